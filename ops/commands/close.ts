import { setTimeout as pause } from "node:timers/promises";
import { Command } from "commander";
import { lastClosed } from "../../db/close/close-day.ts";
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import { formatYuan } from "../../domain/money/money.ts";
import { type ClosedDay, closeDays } from "../close/close-days.ts";
import { atDesk, type Desk } from "../desk/desk.ts";
import { OpsError } from "../desk/ops-error.ts";
import { type CommonOptions, calendarDate, withCommonOptions } from "../desk/options.ts";
import { type Column, show, table } from "../desk/show.ts";
import type { Terminal } from "../desk/terminal.ts";

interface CloseOptions extends CommonOptions {
  date?: string;
}

const columns: Column<ClosedDay>[] = [
  { heading: "date", cell: ({ on }) => on },
  { heading: "loans", cell: ({ loans }) => loans, figure: true },
  {
    heading: "interest\npenalty",
    cell: ({ interest, penalty }) => `${formatYuan(interest)}\n${formatYuan(penalty)}`,
    figure: true,
  },
  { heading: "moved stage", cell: ({ moved }) => moved, figure: true },
  { heading: "deductions", cell: ({ deductions }) => deductionWords(deductions), figure: true },
  { heading: "reminders planned", cell: ({ reminders }) => reminders, figure: true },
];

const pollMs = 200;

export const closeCommand = (terminal: Terminal): Command =>
  withCommonOptions(new Command("close"))
    .description(
      "the daily close: accrues, deducts, moves stages, plans reminders; catches up days that were missed",
    )
    .option("--date <date>", "business date, Asia/Shanghai (today)", calendarDate)
    .action(async ({ date, json, as }: CloseOptions) => {
      const details = { date: date ?? "today" };
      await atDesk({ terminal, action: "close", permission: "run-the-day", details, as }, (desk) =>
        close(desk, { ...(date !== undefined && { date }), ...(json && { json }) }),
      );
    });

async function close(desk: Desk, { date, json }: CloseOptions): Promise<void> {
  const { database, terminal, jobs, config } = desk;
  const today = shanghaiDate(desk.now);
  const through = date ?? today;
  if (through > today) throw new OpsError(`${through} has not come yet: today is ${today}.`);
  const { startWorker } = await import("../../bot/jobs/start-worker.ts");
  const worker = await startWorker({ deps: jobs, concurrency: config.WORKER_CONCURRENCY });
  try {
    const days = await closeDays(database.orm, {
      through,
      untilJobsRan: () => pause(pollMs),
      onClosed: ({ on, deductions }) => {
        if (deductions > 0) terminal.complain(`${on} is closed; ${deductions} deductions are under way.`);
      },
    });
    const last = await lastClosed(database.orm);
    show(terminal, { json, data: { closed: days, closedThrough: last }, lines: () => linesOf(days, last) });
  } finally {
    await worker.stop();
  }
}

/** Only what there was: a day without any has a dash. */
function deductionWords(deductions: ClosedDay["deductions"]): string | null {
  const { collected, onTheWay, refused, retrying } = deductions;
  const words = Object.entries({ collected, "on the way": onTheWay, refused, retrying })
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`);
  return words.length > 0 ? words.join("\n") : null;
}

const linesOf = (days: readonly ClosedDay[], last: string | undefined): string[] =>
  days.length > 0 ? [table(days, columns)] : [`Closed through ${last} already: nothing to do.`];
