/** Runs jobs in this process until stopped; any number of processes may do so beside one another. */
import { Logger, run } from "graphile-worker";
import type { JobDependencies } from "./job-dependencies.ts";
import { jobTasks } from "./tasks.ts";

export interface WorkerHandle {
  /** Lets running jobs end. */
  stop(): Promise<void>;
}

export interface StartWorkerOptions {
  deps: JobDependencies;
  concurrency: number;
}

/** Left to itself graphile-worker gives a killed worker's jobs back after four hours. */
const everyMinute = "* * * * * free-stuck-jobs";

export async function startWorker({ deps, concurrency }: StartWorkerOptions): Promise<WorkerHandle> {
  const runner = await run({
    connectionString: deps.database.url,
    taskList: jobTasks(deps),
    crontab: everyMinute,
    concurrency,
    noHandleSignals: true,
    logger: workerLogger(deps),
  });
  return { stop: () => runner.stop() };
}

/** Its errors and warnings join our log; its chatter does not, for it quotes payloads. */
export const workerLogger = ({ log }: JobDependencies): Logger =>
  new Logger(() => (level, message) => {
    if (level === "error") log.error({ source: "jobs" }, message);
    else if (level === "warning") log.warn({ source: "jobs" }, message);
  });
