import { Command } from "commander";
import { lastClosed } from "../../db/close/close-day.ts";
import { type OverdueBucket, overdueBuckets } from "../../db/lending/overdue-buckets.ts";
import { formatYuan } from "../../domain/money/money.ts";
import { atDesk } from "../desk/desk.ts";
import { type CommonOptions, withCommonOptions } from "../desk/options.ts";
import { type Column, show, table } from "../desk/show.ts";
import type { Terminal } from "../desk/terminal.ts";

const columns: Column<OverdueBucket>[] = [
  { heading: "days past due", cell: ({ name }) => name },
  { heading: "report code", cell: ({ reportCode }) => reportCode },
  { heading: "loans", cell: ({ loans }) => loans, figure: true },
  { heading: "overdue", cell: ({ overdue }) => formatYuan(overdue), figure: true },
  { heading: "principal", cell: ({ principal }) => formatYuan(principal), figure: true },
];

export const bucketsCommand = (terminal: Terminal): Command =>
  withCommonOptions(new Command("buckets"))
    .description("open loans by days past due, with amounts in yuan")
    .action(async ({ json, as }: CommonOptions) => {
      const task = { terminal, action: "buckets", permission: "look" as const, details: {}, as };
      await atDesk(task, async ({ database }) => {
        const [buckets, asOf] = await Promise.all([overdueBuckets(database.orm), lastClosed(database.orm)]);
        show(terminal, {
          json,
          data: { asOf: asOf ?? null, buckets },
          lines: () => [
            table(buckets, columns),
            asOf ? `as of the close of ${asOf}` : "nothing was closed yet",
          ],
        });
      });
    });
