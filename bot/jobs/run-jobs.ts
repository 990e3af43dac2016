/** A runner of jobs, with its connections, its presence and its log. */
import { EventEmitter, once } from "node:events";
import { type RunnerOptions, run, type WorkerEvents } from "graphile-worker";
import { openJobPool } from "../../db/jobs/job-pool.ts";
import { showPresence } from "../../db/jobs/worker-presence.ts";
import type { Log } from "../log/log.ts";
import { workerLogger } from "./worker-logger.ts";

export interface RunJobsOptions extends Pick<RunnerOptions, "taskList" | "crontab" | "pollInterval"> {
  url: string;
  log: Log;
  /** Names the runner in the log. */
  source: string;
  /** Jobs at a time. */
  concurrency: number;
  /** Connections for what it does beside its jobs. */
  spareConnections: number;
}

export interface JobRunner {
  /** Lets running jobs end. */
  stop(): Promise<void>;
}

export async function runJobs(options: RunJobsOptions): Promise<JobRunner> {
  const { url, log, source, spareConnections, ...rest } = options;
  const onLost = (reason: string): void => log.warn({ source }, `a connection was lost: ${reason}`);
  const { pool, close } = openJobPool({ url, size: rest.concurrency + spareConnections, onLost });
  const events: WorkerEvents = new EventEmitter();
  const created = once(events, "pool:create");
  const runner = await run({
    ...{ ...rest, pgPool: pool, events, noHandleSignals: true, logger: workerLogger(log, source) },
  });
  const [{ workerPool }] = await created;
  const presence = showPresence({ url, workerId: workerPool.id, onLost });
  const stop = async (): Promise<void> => {
    await runner.stop();
    await close();
    await presence.close();
  };
  return { stop };
}
