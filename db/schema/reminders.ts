import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, oneOf } from "./columns.ts";
import { installments } from "./loans.ts";

export const reminderStages = ["before", "due", "overdue-1", "overdue-2", "overdue-3"] as const;
export const reminderChannels = ["chat", "call", "letter"] as const;
/** `superseded`: a later stage of the same installment was reached before it was told. */
export const reminderStatuses = ["planned", "raised", "superseded"] as const;

/**
 * Reminders: each stage of an installment once, by the key. The daily close plans them; a conversation's own
 * deadline may raise one before it is planned, or before it is sent.
 */
export const reminders = pgTable(
  "reminders",
  {
    loanId: text("loan_id").notNull(),
    installment: integer().notNull(),
    stage: text({ enum: reminderStages }).notNull(),
    status: text({ enum: reminderStatuses }).notNull().default("raised"),
    /** The business date whose close planned it; null when a conversation raised it first. */
    plannedOn: date("planned_on"),
    /** The first choice; what it falls back to is decided when it is sent. */
    channel: text({ enum: reminderChannels }).notNull().default("chat"),
    /** Not to be told earlier. */
    notBefore: instant("not_before"),
    raisedAt: instant("raised_at"),
  },
  (t) => [
    primaryKey({ columns: [t.loanId, t.installment, t.stage] }),
    foreignKey({
      name: "reminders_installment",
      columns: [t.loanId, t.installment],
      foreignColumns: [installments.loanId, installments.number],
    }),
    index("reminders_planned").on(t.notBefore).where(sql`status = 'planned'`),
    check("reminders_stage", oneOf(t.stage, reminderStages)),
    check("reminders_status", oneOf(t.status, reminderStatuses)),
    check("reminders_channel", oneOf(t.channel, reminderChannels)),
    check("reminders_raised_whole", sql`(${t.status} = 'raised') = (${t.raisedAt} is not null)`),
    check("reminders_planned_whole", sql`(${t.plannedOn} is null) = (${t.notBefore} is null)`),
    check("reminders_known", sql`${t.status} = 'raised' or ${t.plannedOn} is not null`),
  ],
);
