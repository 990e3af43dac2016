/** The real jobs on the real queue, run when a test says so: nothing here waits or sleeps. */
import { setImmediate } from "node:timers/promises";
import { Logger, runOnce, type TaskList } from "graphile-worker";
import type { JobDependencies } from "../../bot/jobs/job-dependencies.ts";
import { jobTasks } from "../../bot/jobs/start-worker.ts";
import { workerLogger } from "../../bot/jobs/worker-logger.ts";
import type { Database } from "../../db/connection/connection.ts";
import { jobPool } from "./job-pool.ts";

export interface WaitingJob {
  id: string;
  task: string;
  attempts: number;
  lastError: string | null;
}

/** True for a command that is to wait: somebody else runs it later. */
export type Holds = (commandId: string) => Promise<boolean>;

/** Runs every job whose time has come, and those that they bring about, until none is left. */
export async function runDueJobs(deps: JobDependencies, holds?: Holds): Promise<void> {
  const tasks = holds ? holding(jobTasks(deps), holds) : jobTasks(deps);
  for (let since = await dueSince(deps); since !== null; since = await dueSince(deps)) {
    await runTasks(deps.database, tasks, since, workerLogger(deps.log, "jobs"));
  }
}

/** The job of a command that waits is over without running it. */
const holding = (tasks: TaskList, holds: Holds): TaskList => ({
  ...tasks,
  "run-command": async (payload, helpers) => {
    const { commandId } = payload as { commandId: string };
    if (!(await holds(commandId))) await tasks["run-command"]?.(payload, helpers);
  },
});

/** Runs the jobs of these tasks that are due since a time of the database's, until none of them is held any more. */
export async function runTasks(
  database: Database,
  taskList: TaskList,
  since: string,
  logger = new Logger(() => () => {}),
): Promise<void> {
  await runOnce({ pgPool: jobPool(database), taskList, logger, noHandleSignals: true });
  while (await isHeld(database, since)) await setImmediate();
}

/** Lets no time pass: the jobs that wait (for a retry, for a delay) are due at once. */
export async function hastenJobs({ database }: JobDependencies, task: string): Promise<void> {
  await database.sql`
    select from graphile_worker.reschedule_jobs(
      array(select id from graphile_worker.jobs where task_identifier = ${task}), run_at => now())`;
}

export async function waitingJobs({ database }: JobDependencies): Promise<WaitingJob[]> {
  return await database.sql<WaitingJob[]>`
    select id, task_identifier as task, attempts, last_error as "lastError"
    from graphile_worker.jobs order by task_identifier, id`;
}

/** The database's time when something is due, else null. */
async function dueSince({ database }: JobDependencies): Promise<string | null> {
  const [row] = await database.sql<{ since: string }[]>`
    select now()::text as since
    where exists (
      select from graphile_worker.jobs
      where run_at <= now() and attempts < max_attempts and locked_at is null
    )`;
  return row?.since ?? null;
}

/** runOnce resolves a moment before its last jobs are marked as done or given back. Locks of a killed process are older. */
async function isHeld({ sql }: Database, since: string): Promise<boolean> {
  const held = await sql`select from graphile_worker.jobs where locked_at >= ${since}::timestamptz`;
  return held.length > 0;
}
