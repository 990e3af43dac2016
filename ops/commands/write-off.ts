import { Command } from "commander";
import { type WriteOffOutcome, writeOffLoan } from "../../db/lending/write-off.ts";
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import { advanceLoan } from "../../machines/loan.ts";
import { atDesk } from "../desk/desk.ts";
import { OpsError } from "../desk/ops-error.ts";
import { type CommonOptions, someText, withCommonOptions } from "../desk/options.ts";
import { show } from "../desk/show.ts";
import type { Terminal } from "../desk/terminal.ts";

interface WriteOffOptions extends CommonOptions {
  reason: string;
}

export const writeOffCommand = (terminal: Terminal): Command =>
  withCommonOptions(new Command("write-off"))
    .description("gives an overdue loan up as an asset; it stays owed, and nobody is reminded of it any more")
    .argument("<loan>", "its number, such as JD10000001")
    .requiredOption("--reason <sentence>", "why, for the record", someText)
    .action(async (number: string, { json, as, reason }: WriteOffOptions) => {
      const details = { loan: number, reason };
      const task = { terminal, action: "write-off", permission: "write-off" as const, details, as };
      await atDesk(task, async ({ database, now }) => {
        const outcome = await database.orm.transaction((tx) =>
          writeOffLoan(tx, {
            ...{ number, reason, on: shanghaiDate(now) },
            mayWriteOff: (stage) => advanceLoan(stage, { type: "writeOff" }) === "written-off",
          }),
        );
        if (!outcome.ok) throw new OpsError(refusal(number, outcome));
        const { principal, interest, penalty } = outcome;
        const lines = () => [
          `${number} is written off: principal ${principal}, interest ${interest}, penalty ${penalty} yuan.`,
        ];
        show(terminal, { json, data: { loan: number, principal, interest, penalty }, lines });
      });
    });

function refusal(number: string, { reason, stage }: Extract<WriteOffOutcome, { ok: false }>): string {
  if (reason === "unknown") return `${number} is no open loan that a close has seen.`;
  if (reason === "repayment-on-its-way") return `${number} has a repayment on its way: wait for it.`;
  return `${number} is ${stage}: only what is overdue can be written off.`;
}
