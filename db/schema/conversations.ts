/** Conversations: what came in, what goes out, and what is to be done by itself. */

import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { locales } from "../../domain/language/languages.ts";
import { borrowers } from "./borrowers.ts";
import { instant, languageTag, oneOf } from "./columns.ts";

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
    check("conversations_locale", languageTag(t.locale)),
  ],
);

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

export const outboxStatuses = ["pending", "sent", "unreachable"] as const;

/** Replies to be delivered, in order of `historyId`. */
export const outbox = pgTable(
  "outbox",
  {
    id: uuid().primaryKey(),
    historyId: bigint("history_id", { mode: "number" })
      .notNull()
      .unique()
      .default(sql`nextval('history_seq')`),
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id),
    turnId: uuid("turn_id").notNull(),
    outbound: jsonb().notNull(),
    /** The channel's reference of the menu that this reply may take the place of. */
    replaces: text(),
    status: text({ enum: outboxStatuses }).notNull().default("pending"),
    sentRef: text("sent_ref"),
    sentAt: instant("sent_at"),
    attempts: integer().notNull().default(0),
    /** The borrower's time. */
    at: instant().notNull(),
  },
  (t) => [
    index("outbox_history").on(t.conversationId, t.historyId),
    index("outbox_pending").on(t.conversationId, t.historyId).where(sql`status = 'pending'`),
    check("outbox_status", oneOf(t.status, outboxStatuses)),
    check("outbox_sent_whole", sql`(${t.status} = 'sent') = (${t.sentAt} is not null)`),
    check("outbox_ref_only_sent", sql`${t.sentRef} is null or ${t.status} = 'sent'`),
  ],
);

/** Who delivers a conversation's replies at the moment: a lease, see db/conversation/outbox.ts. */
export const deliveries = pgTable("deliveries", {
  conversationId: uuid("conversation_id")
    .primaryKey()
    .references(() => conversations.id),
  holder: uuid(),
  leasedUntil: instant("leased_until"),
  /** Somebody asked while it was held: the holder looks again before letting go. */
  asked: boolean().notNull().default(false),
});

export const commandStatuses = ["pending", "done", "failed"] as const;

/** What a turn asked of the outside: run after its commit, once for each key. */
export const commands = pgTable(
  "commands",
  {
    id: uuid().primaryKey(),
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id),
    turnId: uuid("turn_id").notNull(),
    kind: text().notNull(),
    idempotencyKey: text("idempotency_key").notNull().unique(),
    payload: jsonb().notNull(),
    status: text({ enum: commandStatuses }).notNull().default("pending"),
    result: jsonb(),
    /** When it was first about to ask its partner: from then on the partner may have acted. */
    begunAt: instant("begun_at"),
    createdAt: instant("created_at").notNull().default(sql`now()`),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    index("commands_pending").on(t.conversationId).where(sql`status = 'pending'`),
    index("commands_deductions").on(sql`(payload ->> 'on')`).where(sql`kind = 'deduct'`),
    check("commands_status", oneOf(t.status, commandStatuses)),
    check("commands_finished_whole", sql`(${t.status} = 'pending') = (${t.finishedAt} is null)`),
  ],
);

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

/** Snapshots that could not be opened, as they were found: for an engineer, who is told the id. */
export const brokenSnapshots = pgTable("broken_snapshots", {
  id: uuid().primaryKey(),
  conversationId: uuid("conversation_id")
    .notNull()
    .references(() => conversations.id),
  seq: bigint({ mode: "number" }).notNull(),
  snapshot: jsonb().notNull(),
  foundAt: instant("found_at").notNull(),
});

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
