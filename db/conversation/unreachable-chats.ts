/** Chats that their messenger refused for good, remembered until the borrower writes again. */
import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";

/** Why a conversation's chat cannot be reached; null where it can. `conversationId` is an SQL expression. */
export const whyUnreachable = (conversationId: SQL): SQL => sql`(
  select u.reason from unreachable_chats u
  where u.conversation_id = ${conversationId} and not exists (
    select from inbox heard where heard.conversation_id = u.conversation_id and heard.history_id > u.history_id
  ))`;

/** After an insert of the same conversation: the latest refusal counts. */
export const refusedAgain = sql`on conflict (conversation_id) do update
  set reason = excluded.reason, since = excluded.since, history_id = nextval('history_seq')`;

export async function rememberUnreachable(
  q: Queryable,
  { conversationId, reason, at }: { conversationId: string; reason: string; at: string },
): Promise<void> {
  await q.execute(sql`
    insert into unreachable_chats (conversation_id, reason, since) values (${conversationId}, ${reason}, ${at})
    ${refusedAgain}`);
}

export interface UnreachableChat {
  channel: string;
  chatId: string;
  reason: string;
  /** Replies and reminders that were not shown. */
  replies: number;
  /** When it was refused last. */
  since: string;
  /** Loans of its borrower that are still open. */
  openLoans: number;
}

/** Blocked, deleted: the latest first. */
export async function listUnreachableChats(q: Queryable, limit: number): Promise<UnreachableChat[]> {
  const rows = await q.execute<UnreachableChat & Record<string, unknown>>(sql`
    select c.channel, c.chat_id as "chatId", u.reason, u.since,
      (select count(*)::integer from outbox o where o.conversation_id = c.id and o.status = 'unreachable')
        + (select count(*)::integer from contacts k
          where k.borrower_id = c.borrower_id and k.channel = 'chat' and k.outcome = 'unreachable') as replies,
      (select count(*)::integer from loans where borrower_id = c.borrower_id and status = 'active') as "openLoans"
    from unreachable_chats u join conversations c on c.id = u.conversation_id
    where ${whyUnreachable(sql`c.id`)} is not null
    order by u.since desc limit ${limit}`);
  return rows.map((row) => ({ ...row, since: new Date(row.since).toISOString() }));
}
