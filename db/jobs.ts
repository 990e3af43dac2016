import { sql } from "drizzle-orm";
import type { Job } from "graphile-worker";
import type { Queryable } from "./connection.ts";

/** The safety net of a turn's replies: a job `deliver`, one per conversation, that runs after `delaySeconds`. */
export async function ensureDeliveryJob(
  q: Queryable,
  conversationId: string,
  delaySeconds: number,
): Promise<void> {
  await q.execute(sql`
    select job.id from graphile_worker.add_job(
      'deliver', json_build_object('conversationId', ${conversationId}::text),
      job_key => ${`deliver:${conversationId}`}, run_at => now() + make_interval(secs => ${delaySeconds})
    ) as job`);
}

/** Gives back jobs that a worker took and has had for longer than any job takes: it died with them in hand. */
export async function freeStuckJobs(q: Queryable, afterSeconds: number): Promise<void> {
  await q.execute(sql`
    select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker.jobs
      where locked_at < now() - make_interval(secs => ${afterSeconds})
    ))`);
}

/** A job `daily-close` of its own, beside the one of the crontab, after `delaySeconds`. */
export async function ensureCloseJob(q: Queryable, delaySeconds: number): Promise<void> {
  await q.execute(sql`
    select job.id from graphile_worker.add_job(
      'daily-close', '{}', job_key => 'daily-close:next', run_at => now() + make_interval(secs => ${delaySeconds})
    ) as job`);
}

/** The same job once more after `delaySeconds`, with all its attempts before it: for one that is running now. */
export async function putOffJob(
  q: Queryable,
  job: Pick<Job, "task_identifier" | "payload" | "key" | "max_attempts">,
  delaySeconds: number,
): Promise<void> {
  await q.execute(sql`
    select job.id from graphile_worker.add_job(
      ${job.task_identifier}::text, ${JSON.stringify(job.payload)}::json, job_key => ${job.key}::text,
      max_attempts => ${job.max_attempts}::integer, run_at => now() + make_interval(secs => ${delaySeconds})
    ) as job`);
}
