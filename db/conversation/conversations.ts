/** Conversations: found by their chat, moved on by compare-and-set. */
import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";
import { conversations } from "../schema.ts";

const { createdAt: _, ...columns } = getTableColumns(conversations);

export type ConversationRow = Omit<typeof conversations.$inferSelect, "createdAt">;

export interface ChatAddress {
  channel: string;
  chatId: string;
}

export async function findConversation(
  q: Queryable,
  address: ChatAddress,
): Promise<ConversationRow | undefined> {
  const rows = await q.select(columns).from(conversations).where(atAddress(address));
  return rows[0];
}

export async function findConversationById(q: Queryable, id: string): Promise<ConversationRow | undefined> {
  const rows = await q.select(columns).from(conversations).where(eq(conversations.id, id));
  return rows[0];
}

/** Creates a conversation with its borrower, or gives the one that the chat has already. */
export async function createConversation(q: Queryable, row: ConversationRow): Promise<ConversationRow> {
  const created = await q.execute(sql`
    with conversation as (
      insert into conversations
        (id, channel, chat_id, sender_id, borrower_id, seq, snapshot, stage, locale, clock_offset_ms)
      values (${row.id}, ${row.channel}, ${row.chatId}, ${row.senderId}, ${row.borrowerId}, ${row.seq},
        ${JSON.stringify(row.snapshot)}::jsonb, ${row.stage}, ${row.locale}, ${row.clockOffsetMs})
      on conflict (channel, chat_id) do nothing
      returning borrower_id, locale
    )
    insert into borrowers (id, locale) select borrower_id, locale from conversation returning id`);
  if (created.length > 0) return row;
  const existing = await findConversation(q, row);
  if (!existing) throw new Error("a conversation that stood in the way is gone");
  return existing;
}

export interface Advance {
  id: string;
  expectedSeq: number;
  snapshot: unknown;
  stage: string;
  locale: ConversationRow["locale"];
  clockOffsetMs: number;
}

/** Compare-and-set: the next sequence number, or false when another turn was first. Roll back then. */
export async function advanceConversation(q: Queryable, next: Advance): Promise<boolean> {
  const { id, expectedSeq, stage, locale, clockOffsetMs } = next;
  const advanced = await q.execute(sql`
    update conversations set seq = seq + 1, snapshot = ${JSON.stringify(next.snapshot)}::jsonb,
      stage = ${stage}, locale = ${locale}, clock_offset_ms = ${clockOffsetMs}
    where id = ${id} and seq = ${expectedSeq} returning seq`);
  return advanced.length > 0;
}

const atAddress = ({ channel, chatId }: ChatAddress) =>
  and(eq(conversations.channel, channel), eq(conversations.chatId, chatId));

/** Sandbox only: how far the borrower's clock is ahead of the system's. Arm the conversation afterwards. */
export async function setClockOffset(q: Queryable, id: string, clockOffsetMs: number): Promise<void> {
  await q.update(conversations).set({ clockOffsetMs }).where(eq(conversations.id, id));
}
