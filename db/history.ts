import { sql } from "drizzle-orm";
import type { Queryable } from "./connection.ts";

/** One thing said in a conversation: by the borrower (`text`) or by the assistant (`outbound`). */
export type HistoryRow = { id: number; at: string } & (
  | { from: "borrower"; text: string }
  | { from: "assistant"; outbound: unknown }
);

interface Row extends Record<string, unknown> {
  id: string;
  at: string;
  text: string | null;
  outbound: unknown;
}

export interface HistoryPart {
  /** Only what was said after this item. */
  after?: number | undefined;
  /** At most so many items. */
  limit?: number | undefined;
}

/** What was said in a conversation, oldest first, delivered or not. */
export async function conversationHistory(
  q: Queryable,
  conversationId: string,
  { after = 0, limit }: HistoryPart = {},
): Promise<HistoryRow[]> {
  const rows = await q.execute<Row>(sql`
    select history_id as id, at, text, null::jsonb as outbound from inbox
    where conversation_id = ${conversationId} and history_id > ${after} and text is not null
    union all
    select history_id, at, null, outbound from outbox
    where conversation_id = ${conversationId} and history_id > ${after}
    order by id limit ${limit ?? null}`);
  return rows.map(toItem);
}

function toItem({ id, at, text, outbound }: Row): HistoryRow {
  const stamp = { id: Number(id), at: new Date(at).toISOString() };
  return text === null ? { ...stamp, from: "assistant", outbound } : { ...stamp, from: "borrower", text };
}
