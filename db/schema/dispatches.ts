import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { campaigns } from "./campaigns.ts";
import { instant, oneOf } from "./columns.ts";
import { reminderStages, reminders } from "./reminders.ts";

export const contactChannels = ["chat", "sms"] as const;
/**
 * `sending` is written before the call and what became of it after: where a process died in between, nobody knows
 * whether it went out, and it becomes `unknown` rather than being sent twice.
 */
export const dispatchStatuses = [
  "planned",
  "sending",
  "sent",
  "failed",
  "unreachable",
  "skipped",
  "unknown",
] as const;

/** One message of a campaign: the truth of what was sent. Each stage of an installment once, by the key. */
export const dispatches = pgTable(
  "dispatches",
  {
    loanId: text("loan_id").notNull(),
    installment: integer().notNull(),
    stage: text({ enum: reminderStages }).notNull(),
    campaignId: integer("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    /** One job of the queue sends a batch. */
    batch: integer().notNull(),
    status: text({ enum: dispatchStatuses }).notNull().default("planned"),
    /** Why it was put off, skipped, or could not be delivered. */
    reason: text(),
    channel: text({ enum: contactChannels }),
    attempts: integer().notNull().default(0),
    /** Not to be tried earlier. */
    notBefore: instant("not_before"),
    /** When its status was last set by a sender. */
    at: instant(),
    /** The messenger's or the SMS partner's own. */
    providerRef: text("provider_ref"),
  },
  (t) => [
    primaryKey({ columns: [t.loanId, t.installment, t.stage] }),
    foreignKey({
      name: "dispatches_reminder",
      columns: [t.loanId, t.installment, t.stage],
      foreignColumns: [reminders.loanId, reminders.installment, reminders.stage],
    }),
    index("dispatches_batch").on(t.campaignId, t.batch),
    check("dispatches_stage", oneOf(t.stage, reminderStages)),
    check("dispatches_status", oneOf(t.status, dispatchStatuses)),
    check("dispatches_channel", oneOf(t.channel, contactChannels)),
    check("dispatches_tried", sql`${t.status} = 'planned' or ${t.at} is not null`),
    check("dispatches_sent_by", sql`${t.status} <> 'sent' or ${t.channel} is not null`),
  ],
);
