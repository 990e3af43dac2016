/** Snapshots that could not be opened. */
import { sql } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";

export interface BrokenSnapshot {
  id: string;
  conversationId: string;
  seq: number;
  snapshot: unknown;
  /** The process's time. */
  foundAt: string;
}

export async function keepBrokenSnapshot(q: Queryable, broken: BrokenSnapshot): Promise<void> {
  const { id, conversationId, seq, snapshot, foundAt } = broken;
  await q.execute(sql`
    insert into broken_snapshots (id, conversation_id, seq, snapshot, found_at)
    values (${id}, ${conversationId}, ${seq}, ${JSON.stringify(snapshot)}::jsonb, ${foundAt})`);
}
