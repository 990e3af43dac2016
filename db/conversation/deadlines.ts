/** Deadlines, in the borrower's time; one job per conversation, armed for the earliest. */
import { asc, eq, sql } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";
import { deadlines } from "../schema.ts";

export type DeadlineRow = typeof deadlines.$inferSelect;

/** Sets or moves the deadline of that key. Arm the conversation afterwards, once for all changes. */
export async function setDeadline(q: Queryable, deadline: DeadlineRow): Promise<void> {
  const { conversationId, key, at, event } = deadline;
  await q.execute(sql`
    insert into deadlines (conversation_id, key, at, event)
    values (${conversationId}, ${key}, ${at}, ${JSON.stringify(event)}::jsonb)
    on conflict (conversation_id, key) do update set at = excluded.at, event = excluded.event`);
}

export async function clearDeadline(q: Queryable, conversationId: string, key: string): Promise<void> {
  await q.execute(sql`delete from deadlines where conversation_id = ${conversationId} and key = ${key}`);
}

/** Clears every deadline whose key begins with `prefix`. */
export async function clearDeadlines(q: Queryable, conversationId: string, prefix: string): Promise<void> {
  await q.execute(sql`
    delete from deadlines where conversation_id = ${conversationId} and starts_with(key, ${prefix})`);
}

/** True when it was there: of two firings of one deadline only one is. */
export async function removeDeadline(q: Queryable, conversationId: string, key: string): Promise<boolean> {
  const removed = await q.execute(sql`
    delete from deadlines where conversation_id = ${conversationId} and key = ${key} returning key`);
  return removed.length > 0;
}

export async function earliestDeadline(
  q: Queryable,
  conversationId: string,
): Promise<DeadlineRow | undefined> {
  const rows = await q
    .select()
    .from(deadlines)
    .where(eq(deadlines.conversationId, conversationId))
    .orderBy(asc(deadlines.at), asc(deadlines.key))
    .limit(1);
  return rows[0];
}

/** Earliest first. */
export async function listDeadlines(q: Queryable, conversationId: string): Promise<DeadlineRow[]> {
  return await q
    .select()
    .from(deadlines)
    .where(eq(deadlines.conversationId, conversationId))
    .orderBy(asc(deadlines.at), asc(deadlines.key));
}

/**
 * Schedules the conversation's one job `fire-deadline` for its earliest deadline, or takes it away when there
 * is none. `clockOffsetMs`: how far the borrower's clock is ahead of the system's.
 */
export async function armConversation(
  q: Queryable,
  { conversationId, clockOffsetMs }: { conversationId: string; clockOffsetMs: number },
): Promise<void> {
  const jobKey = `deadline:${conversationId}`;
  await q.execute(sql`
    select case
      when earliest.at is null then (select job.id from graphile_worker.remove_job(${jobKey}) as job)
      else (
        select job.id from graphile_worker.add_job(
          'fire-deadline', json_build_object('conversationId', ${conversationId}::text), job_key => ${jobKey},
          run_at => earliest.at - make_interval(secs => ${clockOffsetMs}::double precision / 1000)
        ) as job
      )
    end
    from (select min(at) as at from deadlines where conversation_id = ${conversationId}::uuid) as earliest`);
}
