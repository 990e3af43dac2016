import { sql } from "drizzle-orm";
import { bigint, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { conversations } from "./conversations.ts";

/** Chats that their messenger refused for good. One counts until its borrower writes again: an inbox row after it. */
export const unreachableChats = pgTable("unreachable_chats", {
  conversationId: uuid("conversation_id")
    .primaryKey()
    .references(() => conversations.id),
  reason: text().notNull(),
  since: instant().notNull(),
  /** Its place in the order of what was said. */
  historyId: bigint("history_id", { mode: "number" }).notNull().default(sql`nextval('history_seq')`),
});
