/** Runs jobs in this process until stopped; any number of processes may do so beside one another. */
import { Logger, run } from "graphile-worker";
import { openJobPool } from "../../db/job-pool.ts";
import { startOfDayInShanghai } from "../../domain/dates.ts";
import type { JobDependencies } from "./job-dependencies.ts";
import { jobTasks } from "./tasks.ts";

export interface WorkerHandle {
  /** Lets running jobs end. */
  stop(): Promise<void>;
}

export interface StartWorkerOptions {
  deps: JobDependencies;
  concurrency: number;
  /** The Shanghai time ("HH:mm") of the daily close; without it nobody but an operator closes. */
  closeAt?: string;
}

/** Left to itself graphile-worker gives a killed worker's jobs back after four hours. */
const everyMinute = "* * * * * free-stuck-jobs";

/** For what a runner does beside its jobs: listening for new ones, its timetable. */
const spareConnections = 4;

export async function startWorker({ deps, concurrency, closeAt }: StartWorkerOptions): Promise<WorkerHandle> {
  const { pool, close } = openJobPool({
    ...{ url: deps.database.url, size: concurrency + spareConnections },
    onLost: (reason) => deps.log.error({ source: "jobs" }, `a connection was lost: ${reason}`),
  });
  const runner = await run({
    pgPool: pool,
    taskList: jobTasks(deps),
    crontab: [everyMinute, ...(closeAt === undefined ? [] : [dailyAt(closeAt)])].join("\n"),
    concurrency,
    noHandleSignals: true,
    logger: workerLogger(deps),
  });
  const stop = async (): Promise<void> => {
    await runner.stop();
    await close();
  };
  return { stop };
}

/** The crontab is in UTC. A time that was missed while no worker ran is made up for within a day. */
function dailyAt(closeAt: string): string {
  const at = new Date(startOfDayInShanghai("2000-01-01", closeAt));
  return `${at.getUTCMinutes()} ${at.getUTCHours()} * * * daily-close ?fill=1d&jobKey=daily-close&max=3`;
}

/** Its errors and warnings join our log; its chatter does not, for it quotes payloads. */
export const workerLogger = ({ log }: JobDependencies): Logger =>
  new Logger(() => (level, message) => {
    if (level === "error") log.error({ source: "jobs" }, message);
    else if (level === "warning") log.warn({ source: "jobs" }, message);
  });
