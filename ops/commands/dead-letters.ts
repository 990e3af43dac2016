import { Command } from "commander";
import { type DeadLetter, listDeadLetters, retryDeadLetters } from "../../db/jobs/dead-letters.ts";
import { atDesk, type Desk } from "../desk/desk.ts";
import { OpsError } from "../desk/ops-error.ts";
import { type CommonOptions, withCommonOptions } from "../desk/options.ts";
import { type Column, inShanghai, show, table } from "../desk/show.ts";
import type { Terminal } from "../desk/terminal.ts";

interface DeadLettersOptions extends CommonOptions {
  retry?: string[];
  retryAll?: boolean;
}

const columns: Column<DeadLetter>[] = [
  {
    heading: "id\nof\nlast error",
    cell: ({ id, of, lastError }) => [id, of ?? "–", lastError?.split("\n")[0] ?? "–"].join("\n"),
  },
  { heading: "what", cell: ({ what }) => what },
  { heading: "tries", cell: ({ attempts }) => attempts, figure: true },
  { heading: "since (Shanghai)", cell: ({ since }) => inShanghai(since) },
];

export const deadLettersCommand = (terminal: Terminal): Command =>
  withCommonOptions(new Command("dead-letters"))
    .description("work that is not tried again by itself, and how to have it tried again")
    .option("--retry <id...>", "try these again")
    .option("--retry-all", "try all of them again")
    .action(async ({ json, as, retry, retryAll }: DeadLettersOptions) => {
      const isRetry = retry !== undefined || retryAll === true;
      const permission = isRetry ? "run-the-day" : "look";
      const details = { ...(retry && { retry }), ...(retryAll && { retryAll }) };
      await atDesk({ terminal, action: "dead-letters", permission, details, as }, (desk) =>
        isRetry ? tryAgain(desk, retryAll ? "all" : (retry ?? []), json) : list(desk, json),
      );
    });

const howToRetry = "To have them tried again: ops dead-letters --retry ID, or --retry-all";

async function list({ database, terminal }: Desk, json: boolean | undefined): Promise<void> {
  const deadLetters = await listDeadLetters(database.orm);
  const lines = () =>
    deadLetters.length > 0 ? [table(deadLetters, columns), howToRetry] : ["No dead letters."];
  show(terminal, { json, data: { deadLetters }, lines });
}

async function tryAgain(
  { database, terminal }: Desk,
  wanted: readonly string[] | "all",
  json: boolean | undefined,
): Promise<void> {
  const ids = wanted === "all" ? (await listDeadLetters(database.orm)).map(({ id }) => id) : wanted;
  const retried = await retryDeadLetters(database.orm, ids);
  show(terminal, { json, data: { retried }, lines: () => [`${retried.length} are back in the queue.`] });
  const unknown = ids.filter((id) => !retried.includes(id));
  if (unknown.length > 0) throw new OpsError(`Not among the dead letters: ${unknown.join(", ")}.`);
}
