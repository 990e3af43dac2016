/** Rows for the database's tests: valid, unremarkable, each its own. */
import { randomUUID } from "node:crypto";
import type { Queryable } from "../../db/connection.ts";
import { type ConversationRow, createConversation } from "../../db/conversations.ts";

export const conversationRow = (changes: Partial<ConversationRow> = {}): ConversationRow => ({
  id: randomUUID(),
  channel: "web",
  chatId: randomUUID(),
  senderId: "sender",
  applicantId: randomUUID(),
  seq: 0,
  snapshot: { value: "welcoming" },
  stage: "welcoming",
  locale: null,
  clockOffsetMs: 0,
  ...changes,
});

export const newConversation = (q: Queryable): Promise<ConversationRow> =>
  createConversation(q, conversationRow());
