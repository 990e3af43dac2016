import { check, foreignKey, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, oneOf } from "./columns.ts";
import { installments } from "./loans.ts";

export const reminderStages = ["before", "due", "overdue-1", "overdue-2", "overdue-3"] as const;

/** Reminders raised: each stage of an installment once. */
export const reminders = pgTable(
  "reminders",
  {
    loanId: text("loan_id").notNull(),
    installment: integer().notNull(),
    stage: text({ enum: reminderStages }).notNull(),
    raisedAt: instant("raised_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.loanId, t.installment, t.stage] }),
    foreignKey({
      name: "reminders_installment",
      columns: [t.loanId, t.installment],
      foreignColumns: [installments.loanId, installments.number],
    }),
    check("reminders_stage", oneOf(t.stage, reminderStages)),
  ],
);
