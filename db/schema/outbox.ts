import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, oneOf } from "./columns.ts";
import { conversations } from "./conversations.ts";

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
