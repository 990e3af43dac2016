import { setTimeout as pause } from "node:timers/promises";
import { Command } from "commander";
import { campaignsUnderWay } from "../../db/campaigns/campaign-figures.ts";
import { type QueueStatus, type WorkStatus, workStatus } from "../../db/jobs/work-status.ts";
import { shownStatus } from "../campaigns/report/campaign-words.ts";
import { atDesk, type Desk } from "../desk/desk.ts";
import { type CommonOptions, wholeNumber, withCommonOptions } from "../desk/options.ts";
import { type Column, show, table } from "../desk/show.ts";
import type { Terminal } from "../desk/terminal.ts";

interface StatusOptions extends CommonOptions {
  watch?: boolean;
  every: number;
}

const columns: Column<QueueStatus>[] = [
  { heading: "queue", cell: ({ task }) => task },
  { heading: "ready", cell: ({ ready }) => ready, figure: true },
  { heading: "running", cell: ({ running }) => running, figure: true },
  { heading: "scheduled", cell: ({ scheduled }) => scheduled, figure: true },
  { heading: "dead", cell: ({ dead }) => dead, figure: true },
  { heading: "oldest waits", cell: ({ oldestSeconds }) => waiting(oldestSeconds), figure: true },
];

const clearScreen = "\u001b[2J\u001b[H";

export const statusCommand = (terminal: Terminal): Command =>
  withCommonOptions(new Command("status"))
    .description("queues, rates, and what has waited longest")
    .option("--watch", "keep it on screen until Ctrl-C; with --json a line each time")
    .option("--every <seconds>", "how often, when watching", wholeNumber(1), 2)
    .action(async ({ json, as, watch, every }: StatusOptions) => {
      const details = { ...(watch && { watch, every }) };
      await atDesk({ terminal, action: "status", permission: "look", details, as }, async (desk) => {
        const look = async (): Promise<void> => {
          const status = await statusOf(desk);
          const lines = () => [...(watch ? [clearScreen] : []), ...linesOf(status)];
          show(terminal, { json, data: status, lines });
        };
        await look();
        if (!watch) return;
        const stop = terminal.untilStopped();
        while (await goesOn(every, stop)) await look();
      });
    });

interface Status extends WorkStatus {
  /** Those that have not ended, with their status as shown. */
  campaigns: { id: number; status: string; size: number; done: number }[];
}

async function statusOf({ database, jobs }: Desk): Promise<Status> {
  const { queues, ...rest } = await workStatus(database.orm);
  const now = jobs.clock.now();
  const campaigns = (await campaignsUnderWay(database.orm)).map(({ id, size, done, ...campaign }) => ({
    ...{ id, size, status: shownStatus(campaign, now), done },
  }));
  return { queues, campaigns, ...rest };
}

const goesOn = (seconds: number, signal: AbortSignal): Promise<boolean> =>
  pause(seconds * 1000, true, { signal }).catch(() => false);

const waiting = (seconds: number | null): string | null => {
  if (seconds === null) return null;
  return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`;
};

const remindersLine = ({ queued, skipped, inNone }: WorkStatus["remindersPlanned"]): string =>
  `reminders       not told: ${queued} queued, ${skipped} skipped for now, ${inNone} in no campaign`;

const stranded = ({ commandsStranded }: WorkStatus): string =>
  commandsStranded === 0 ? "" : `, ${commandsStranded} without a job: ops dead-letters`;

const linesOf = (status: Status): string[] => [
  status.queues.length > 0 ? table(status.queues, columns) : "No jobs.",
  `replies         ${status.perMinute.replies} a minute, ${status.repliesWaiting} waiting`,
  `commands        ${status.perMinute.commands} a minute, ${status.commandsPending} under way${stranded(status)}`,
  ...status.campaigns.map(
    ({ id, status: state, size, done }) =>
      `campaign ${String(id).padEnd(7)}${state}, ${done} of ${size} done`,
  ),
  `requests        ${status.requestsOpen} wait for staff: ops requests list`,
  remindersLine(status.remindersPlanned),
  `last close      ${status.lastClose ?? "none"}`,
];
