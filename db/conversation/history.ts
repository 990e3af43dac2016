import { sql } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";

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
  /** Only what was said after this item: the earliest of it. */
  after?: number | undefined;
  /** Only what was said before this item: the latest of it. */
  before?: number | undefined;
  /** At most so many items. */
  limit?: number | undefined;
}

/** What was said in a conversation, oldest first, delivered or not; the latest of it, where nothing says from where. */
export async function conversationHistory(
  q: Queryable,
  conversationId: string,
  { after, before = Number.MAX_SAFE_INTEGER, limit }: HistoryPart = {},
): Promise<HistoryRow[]> {
  const latest = after === undefined;
  const part = sql`order by id ${latest ? sql`desc` : sql`asc`} limit ${limit ?? null}`;
  const within = sql`conversation_id = ${conversationId} and history_id > ${after ?? 0} and history_id < ${before}`;
  // Each half by its own index, so that a long history is not read for its end.
  const rows = await q.execute<Row>(sql`
    (select history_id as id, at, text, null::jsonb as outbound from inbox
     where ${within} and text is not null ${part})
    union all
    (select history_id as id, at, null, outbound from outbox where ${within} ${part})
    ${part}`);
  const items = rows.map(toItem);
  return latest ? items.reverse() : items;
}

function toItem({ id, at, text, outbound }: Row): HistoryRow {
  const stamp = { id: Number(id), at: new Date(at).toISOString() };
  return text === null ? { ...stamp, from: "assistant", outbound } : { ...stamp, from: "borrower", text };
}
