/** The operations command line. Half-understood input is refused: unknown flags, surplus words, values out of range. */
import { Command, CommanderError } from "commander";
import { ConfigurationError } from "../bot/settings.ts";
import { isStorageFailure, outOfReach } from "../db/connection/storage-failure.ts";
import { EmbeddedUnavailable } from "../db/embedded/embedded-unavailable.ts";
import { campaignsCommand } from "./campaigns/campaigns-command.ts";
import { remindCommand } from "./campaigns/remind-command.ts";
import { auditCommand } from "./commands/audit.ts";
import { bucketsCommand } from "./commands/buckets.ts";
import { closeCommand } from "./commands/close.ts";
import { deadLettersCommand } from "./commands/dead-letters.ts";
import { loansCommand } from "./commands/loans.ts";
import { reverseCommand } from "./commands/reverse.ts";
import { seedDemoCommand } from "./commands/seed-demo.ts";
import { settingsCommand } from "./commands/settings.ts";
import { statusCommand } from "./commands/status.ts";
import { unreachableCommand } from "./commands/unreachable.ts";
import { writeOffCommand } from "./commands/write-off.ts";
import { OpsError } from "./desk/ops-error.ts";
import type { Terminal } from "./desk/terminal.ts";
import { requestsCommand } from "./requests/requests-command.ts";

const commands = [
  closeCommand,
  remindCommand,
  campaignsCommand,
  loansCommand,
  bucketsCommand,
  requestsCommand,
  writeOffCommand,
  reverseCommand,
  statusCommand,
  deadLettersCommand,
  unreachableCommand,
  settingsCommand,
  auditCommand,
  seedDemoCommand,
];

/** The exit code: 0, 1 when it could not be done, 2 when the command line is none. */
export async function runOps(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await programOf(terminal).parseAsync(args, { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (isStorageFailure(error)) {
      terminal.complain(outOfReach(error));
      return 1;
    }
    const expected = [OpsError, ConfigurationError, EmbeddedUnavailable].some(
      (kind) => error instanceof kind,
    );
    terminal.complain(
      expected || !(error instanceof Error) ? sentenceOf(error) : (error.stack ?? error.message),
    );
    return 1;
  }
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function programOf(terminal: Terminal): Command {
  const program = new Command("ops");
  program
    .description(
      "Jiedao's operations: every command is recorded with its operator, and takes --json and --help.",
    )
    .addHelpText("after", "\n  calc    schedules, payoffs, rates, penalties: ops calc --help");
  for (const command of commands) program.addCommand(command(terminal));
  for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) {
    command
      .exitOverride()
      .allowExcessArguments(false)
      .showSuggestionAfterError()
      .configureOutput({
        writeOut: (text) => terminal.print(text.trimEnd()),
        writeErr: (text) => terminal.complain(text.trimEnd()),
      });
  }
  return program;
}
