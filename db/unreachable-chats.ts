import { sql } from "drizzle-orm";
import type { Queryable } from "./connection.ts";

export interface UnreachableChat {
  channel: string;
  chatId: string;
  /** Replies that were not shown. */
  replies: number;
  /** When the last of them was said. */
  since: string;
  /** Loans of its borrower that are still open. */
  openLoans: number;
}

/** Chats whose latest reply the messenger refused for good: blocked, deleted. The latest first. */
export async function listUnreachableChats(q: Queryable, limit: number): Promise<UnreachableChat[]> {
  const rows = await q.execute<UnreachableChat & Record<string, unknown>>(sql`
    with refused as (
      select conversation_id, count(*)::integer as replies, max(history_id) as last, max(at) as since
      from outbox where status = 'unreachable' group by conversation_id
    )
    select c.channel, c.chat_id as "chatId", refused.replies, refused.since,
      (select count(*)::integer from loans where applicant_id = c.applicant_id and status = 'active') as "openLoans"
    from refused join conversations c on c.id = refused.conversation_id
    where not exists (
      select from outbox later where later.conversation_id = c.id and later.status = 'sent'
        and later.history_id > refused.last
    )
    order by refused.since desc limit ${limit}`);
  return rows.map((row) => ({ ...row, since: new Date(row.since).toISOString() }));
}
