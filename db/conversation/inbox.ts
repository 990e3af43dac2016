/** What was received: each message once. */
import { sql } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";

export interface InboundRow {
  conversationId: string;
  /** The channel's id of the message, or any id of what caused the turn: unique within the conversation. */
  messageId: string;
  turnId: string;
  /** As the history shows it; null keeps it out of there. */
  text: string | null;
  /** The borrower's time. */
  at: string;
}

/** False when the message was recorded before: the turn then does nothing. */
export async function recordInbound(q: Queryable, row: InboundRow): Promise<boolean> {
  const recorded = await q.execute(sql`
    insert into inbox (conversation_id, message_id, turn_id, text, at)
    values (${row.conversationId}, ${row.messageId}, ${row.turnId}, ${row.text}, ${row.at})
    on conflict do nothing returning history_id`);
  return recorded.length > 0;
}
