/** Work that nobody will try again by itself: jobs whose attempts are used up, commands whose job is gone. */
import { sql } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";
import { isStranded } from "./commands.ts";
import { triesUntilKnown } from "./tries.ts";

export interface DeadLetter {
  /** "job:12", "command:<uuid>": for a retry. */
  id: string;
  /** The job's task, or the command's kind. */
  what: string;
  /** Whose it is, where it is somebody's: "loan JD…", "chat <conversation's id>", "campaign 3". */
  of: string | null;
  attempts: number;
  /** Sentences of ours; nothing personal. */
  lastError: string | null;
  since: string;
}

/** Oldest first. A job without a key has been replaced by another, which does its work (see jobs.ts). */
export async function listDeadLetters(q: Queryable): Promise<DeadLetter[]> {
  const rows = await q.execute<DeadLetter & Record<string, unknown>>(sql`
    with dead as (
      select 'job:' || job.id as id, coalesce(c.kind, job.task_identifier) as what, job.attempts,
        job.last_error as "lastError", job.updated_at as since, c.payload,
        coalesce(c.conversation_id::text, case when job.key ~ '^(deliver|deadline):' then split_part(job.key, ':', 2) end)
          as chat,
        case when job.key like 'dispatch:%' then split_part(job.key, ':', 2) end as campaign
      from graphile_worker.jobs job left join commands c on job.key = 'command:' || c.id
      where job.attempts >= job.max_attempts and job.locked_at is null and job.key is not null
      union all
      select 'command:' || id, kind, 0, 'its job is gone', created_at, payload, conversation_id::text, null
      from commands
      where ${isStranded} and not exists (select from graphile_worker.jobs job where job.key = 'command:' || commands.id)
    )
    select dead.id, what, attempts, "lastError", since,
      coalesce('loan ' || loan.number, 'chat ' || chat, 'campaign ' || campaign) as of
    from dead left join loans loan on loan.id::text = payload ->> 'loanId'
    order by since, id`);
  return rows.map((row) => ({ ...row, since: new Date(row.since).toISOString() }));
}

/** Puts dead letters back into the queue, with all their attempts; gives the ids of those that were there. */
export async function retryDeadLetters(q: Queryable, ids: readonly string[]): Promise<string[]> {
  const dead = new Set((await listDeadLetters(q)).map(({ id }) => id));
  const retried = ids.filter((id) => dead.has(id));
  const chosen = (kind: string) =>
    JSON.stringify(retried.filter((id) => id.startsWith(kind)).map((id) => id.slice(kind.length)));
  await q.execute(sql`
    select job.id from graphile_worker.reschedule_jobs(
      array(select id::bigint from jsonb_array_elements_text(${chosen("job:")}::jsonb) as id),
      run_at => now(), attempts => 0
    ) as job`);
  await q.execute(sql`
    select (graphile_worker.add_job(
      'run-command', json_build_object('commandId', id), max_attempts => ${triesUntilKnown}::integer, job_key => 'command:' || id
    )).id from jsonb_array_elements_text(${chosen("command:")}::jsonb) as id`);
  return retried;
}
