import { sql } from "drizzle-orm";
import { bigint, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { conversations } from "./conversations.ts";

/** What was received, once: the unique key is what makes a message delivered again do nothing. A conversation is one chat of one channel. */
export const inbox = pgTable(
  "inbox",
  {
    historyId: bigint("history_id", { mode: "number" }).primaryKey().default(sql`nextval('history_seq')`),
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id),
    messageId: text("message_id").notNull(),
    turnId: uuid("turn_id").notNull(),
    /** As shown in the history; null keeps it out of there. */
    text: text(),
    /** The borrower's time. */
    at: instant().notNull(),
  },
  (t) => [
    unique("inbox_message").on(t.conversationId, t.messageId),
    index("inbox_history").on(t.conversationId, t.historyId),
  ],
);
