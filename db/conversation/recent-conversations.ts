import { desc } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";
import { conversations } from "../schema.ts";

export interface RecentConversation {
  id: string;
  channel: string;
  stage: string;
  seq: number;
  begunAt: string;
}

/** The latest to begin, without anything that tells whose they are. */
export async function recentConversations(q: Queryable, limit: number): Promise<RecentConversation[]> {
  const { id, channel, stage, seq, createdAt: begunAt } = conversations;
  return await q
    .select({ id, channel, stage, seq, begunAt })
    .from(conversations)
    .orderBy(desc(conversations.createdAt))
    .limit(limit);
}
