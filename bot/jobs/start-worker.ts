/** Runs jobs in this process until stopped; any number of processes may do so beside one another. */
import { startOfDayInShanghai } from "../../domain/calendar/dates.ts";
import type { JobDependencies } from "./job-dependencies.ts";
import { keepLookingAfterJobs } from "./look-after-jobs.ts";
import { type JobRunner, runJobs } from "./run-jobs.ts";
import { jobTasks } from "./tasks.ts";

export interface StartWorkerOptions {
  deps: JobDependencies;
  concurrency: number;
  /** The Shanghai time ("HH:mm") of the daily close; without it nobody but an operator closes. */
  closeAt?: string;
}

/** For what a runner does beside its jobs: listening for new ones, its timetable. */
const spareConnections = 4;

export async function startWorker({ deps, concurrency, closeAt }: StartWorkerOptions): Promise<JobRunner> {
  const runner = await runJobs({
    ...{ url: deps.database.url, log: deps.log, source: "jobs", concurrency, spareConnections },
    taskList: jobTasks(deps),
    crontab: closeAt === undefined ? "" : dailyAt(closeAt),
  });
  const stopLooking = keepLookingAfterJobs(deps);
  const stop = async (): Promise<void> => {
    await stopLooking();
    await runner.stop();
  };
  return { stop };
}

/** The crontab is in UTC. A time that was missed while no worker ran is made up for within a day. */
function dailyAt(closeAt: string): string {
  const at = new Date(startOfDayInShanghai("2000-01-01", closeAt));
  return `${at.getUTCMinutes()} ${at.getUTCHours()} * * * daily-close ?fill=1d&jobKey=daily-close&max=3`;
}
