import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { reminderHours } from "../../domain/contact/contact-policy.ts";
import { borrowers } from "./borrowers.ts";
import { instant, oneOf } from "./columns.ts";
import { contactChannels } from "./dispatches.ts";
import { reminderStages } from "./reminders.ts";

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
