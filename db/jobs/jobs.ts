import { sql } from "drizzle-orm";
import type { Job } from "graphile-worker";
import type { Queryable } from "../connection/connection.ts";
import { workerIsGone } from "./worker-presence.ts";

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

export interface StuckAfter {
  /** A job in hand for less than this is left alone: its worker may just be saying that it is there. */
  dead: number;
  /** A job in hand for longer is given back though its worker is there: it does not move. */
  frozen: number;
  /** For so long after the server's start no worker counts as dead: all of them are on their way back to it. */
  restart: number;
}

/**
 * Gives back jobs that nobody runs any more: those of workers that died with them in hand (see worker-presence.ts),
 * and those held for longer than any job takes. Seconds. The interrupted attempt is never the last one.
 */
export async function freeStuckJobs(q: Queryable, after: StuckAfter): Promise<void> {
  await q.execute(sql`
    with held as materialized (
      select distinct locked_by from graphile_worker.jobs
      where locked_at < now() - make_interval(secs => ${after.dead})
        and pg_postmaster_start_time() < now() - make_interval(secs => ${after.restart})
    ),
    gone as materialized (select locked_by from held where ${workerIsGone(sql`locked_by`)})
    update graphile_worker._private_jobs
    set locked_at = null, locked_by = null,
      attempts = case when key is null then max_attempts else least(attempts, max_attempts - 1) end
    where locked_at < now() - make_interval(secs => ${after.frozen})
      or (locked_by in (select locked_by from gone) and locked_at < now() - make_interval(secs => ${after.dead}))`);
  await dropReplacedJobs(q);
}

/**
 * Every job here has a key. graphile-worker takes it from a job in a worker's hands when the same is queued anew, so
 * that whatever ends without one has been replaced.
 */
async function dropReplacedJobs(q: Queryable): Promise<void> {
  await q.execute(sql`
    select job.id from graphile_worker.complete_jobs(array(
      select id from graphile_worker.jobs
      where key is null and locked_at is null and attempts >= max_attempts
    )) as job`);
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
