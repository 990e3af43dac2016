/** Bulk reminders: campaigns, their dispatches, and every contact made. */

import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { reminderHours } from "../../domain/contact/contact-policy.ts";
import { reminderStages } from "../../domain/contact/reminder-stages.ts";
import { borrowers } from "./borrowers.ts";
import { instant, oneOf } from "./columns.ts";
import { reminders } from "./loans.ts";

export const campaignStatuses = ["awaiting-approval", "running", "paused", "cancelled", "done"] as const;

/** One bulk run of reminders. Its size and audience are settled when it is planned. */
export const campaigns = pgTable(
  "campaigns",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    status: text({ enum: campaignStatuses }).notNull(),
    /** As it was asked for, for the record. */
    audience: jsonb().notNull(),
    /** The business date that it speaks of, Asia/Shanghai. */
    on: date().notNull(),
    size: integer().notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    approvedBy: text("approved_by"),
    /** Nothing of it is sent earlier. */
    startsAt: instant("starts_at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    check("campaigns_status", oneOf(t.status, campaignStatuses)),
    check("campaigns_size", sql`${t.size} > 0`),
    check("campaigns_second_operator", sql`${t.approvedBy} <> ${t.createdBy}`),
    check("campaigns_finished", sql`(${t.status} in ('cancelled', 'done')) = (${t.finishedAt} is not null)`),
  ],
);

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

/** What a borrower said about being written to. No row: never said anything. */
export const contactPreferences = pgTable(
  "contact_preferences",
  {
    borrowerId: uuid("borrower_id")
      .primaryKey()
      .references(() => borrowers.id),
    /** IANA name; quiet hours are kept by it. */
    timeZone: text("time_zone").notNull().default("Asia/Shanghai"),
    /** When they asked not to be reminded any more: only required notices still go out. */
    stoppedAt: instant("stopped_at"),
    /** The hour from which they wish to be reminded, by their clock; null: never chosen. */
    reminderHour: integer("reminder_hour"),
  },
  (t) => [
    check(
      "contact_preferences_hour",
      sql`${t.reminderHour} between ${sql.raw(String(reminderHours.first))} and ${sql.raw(String(reminderHours.last))}`,
    ),
  ],
);

export const contactOutcomes = ["sent", "failed", "unreachable", "unknown"] as const;

/** Every attempt to reach a borrower, also those that failed. Append-only, by trigger. */
export const contacts = pgTable(
  "contacts",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    borrowerId: uuid("borrower_id").notNull(),
    loanId: text("loan_id").notNull(),
    installment: integer().notNull(),
    stage: text({ enum: reminderStages }).notNull(),
    channel: text({ enum: contactChannels }).notNull(),
    /** A notice that is sent whatever the borrower prefers: domain/contact/contact-policy.ts names them. */
    required: boolean().notNull(),
    outcome: text({ enum: contactOutcomes }).notNull(),
    reason: text(),
    at: instant().notNull(),
  },
  (t) => [
    index("contacts_borrower").on(t.borrowerId, t.at),
    check("contacts_stage", oneOf(t.stage, reminderStages)),
    check("contacts_channel", oneOf(t.channel, contactChannels)),
    check("contacts_outcome", oneOf(t.outcome, contactOutcomes)),
  ],
);
