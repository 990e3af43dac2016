import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgSequence, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { borrowers, locales } from "./borrowers.ts";
import { instant, oneOf } from "./columns.ts";

/** Inbox and outbox draw from it, so that what was said in a conversation has one order. */
export const historySequence = pgSequence("history_seq");

/** One chat of one person. `seq` is what a turn compares and sets. */
export const conversations = pgTable(
  "conversations",
  {
    id: uuid().primaryKey(),
    channel: text().notNull(),
    chatId: text("chat_id").notNull(),
    /** Whose chat it is: nobody else's presses count. */
    senderId: text("sender_id").notNull(),
    borrowerId: uuid("borrower_id")
      .notNull()
      .references(() => borrowers.id),
    seq: bigint({ mode: "number" }).notNull().default(0),
    snapshot: jsonb().notNull(),
    stage: text().notNull(),
    locale: text({ enum: locales }),
    /** Sandbox only: how far this borrower's clock is ahead. */
    clockOffsetMs: bigint("clock_offset_ms", { mode: "number" }).notNull().default(0),
    createdAt: instant("created_at").notNull().default(sql`now()`),
  },
  (t) => [
    unique("conversations_address").on(t.channel, t.chatId),
    index("conversations_borrower").on(t.borrowerId),
    check("conversations_seq", sql`${t.seq} >= 0`),
    check("conversations_locale", oneOf(t.locale, locales)),
  ],
);
