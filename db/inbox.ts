/** What was received: each message once. */
import type { Queryable } from "./connection.ts";
import { inbox } from "./schema.ts";

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
  const recorded = await q
    .insert(inbox)
    .values(row)
    .onConflictDoNothing()
    .returning({ historyId: inbox.historyId });
  return recorded.length > 0;
}
