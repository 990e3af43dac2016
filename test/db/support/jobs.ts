import type { Database } from "../../../db/connection/connection.ts";

export interface QueuedJob {
  key: string;
  task: string;
  payload: unknown;
  runAt: string;
  maxAttempts: number;
}

/** The jobs of one task, as graphile-worker will see them. */
export async function queuedJobs({ sql }: Database, task: string): Promise<QueuedJob[]> {
  const rows = await sql<{ key: string; payload: unknown; run_at: string; max_attempts: number }[]>`
    select job.key, job.run_at, job.max_attempts, private.payload
    from graphile_worker.jobs job join graphile_worker._private_jobs private using (id)
    where job.task_identifier = ${task} order by job.id`;
  return rows.map(({ key, payload, run_at, max_attempts }) => ({
    ...{ key, task, payload, maxAttempts: max_attempts },
    runAt: new Date(run_at).toISOString(),
  }));
}
