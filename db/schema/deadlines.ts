import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { conversations } from "./conversations.ts";

/** Events that time brings to a conversation, in the borrower's time. One job per conversation fires the earliest. */
export const deadlines = pgTable(
  "deadlines",
  {
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id),
    key: text().notNull(),
    at: instant().notNull(),
    event: jsonb().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.key] }),
    index("deadlines_earliest").on(t.conversationId, t.at),
  ],
);
