/** The real jobs on the real queue, run when a test says so: nothing here waits or sleeps. */
import { setImmediate } from "node:timers/promises";
import { runOnce } from "graphile-worker";
import type { JobDependencies } from "../../bot/jobs/job-dependencies.ts";
import { workerLogger } from "../../bot/jobs/start-worker.ts";
import { jobTasks } from "../../bot/jobs/tasks.ts";

export interface WaitingJob {
  id: string;
  task: string;
  attempts: number;
  lastError: string | null;
}

/** Runs every job whose time has come, and those that they bring about, until none is left. */
export async function runDueJobs(deps: JobDependencies): Promise<void> {
  while (await anyIsDue(deps)) {
    await runOnce({
      connectionString: deps.database.url,
      taskList: jobTasks(deps),
      logger: workerLogger(deps),
      noHandleSignals: true,
    });
    await untilDisconnected(deps);
  }
}

/** runOnce lets go of its connections a moment after it resolves: a database must not be dropped under them. */
async function untilDisconnected({ database }: JobDependencies): Promise<void> {
  const others = () => database.sql`
    select from pg_stat_activity
    where datname = current_database() and application_name = '' and backend_type = 'client backend'`;
  while ((await others()).length > 0) await setImmediate();
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

async function anyIsDue({ database }: JobDependencies): Promise<boolean> {
  const [row] = await database.sql<{ due: boolean }[]>`
    select exists (
      select from graphile_worker.jobs
      where run_at <= now() and attempts < max_attempts and locked_at is null
    ) as due`;
  return row?.due === true;
}
