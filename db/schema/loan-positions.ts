import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { money, oneOf, rate } from "./columns.ts";
import { loans } from "./loans.ts";

export const loanStages = [
  "active",
  "due-soon",
  "due",
  "overdue-reminder",
  "overdue-call",
  "overdue-letter",
  "settled",
  "written-off",
] as const;

/**
 * Where each disbursed loan stood at its last close. Derived: domain/loan/loan.ts gives the same figures from the facts.
 * A repayment moves the stage at once (or with the next close, should one be under way), the figures with the next.
 */
export const loanPositions = pgTable(
  "loan_positions",
  {
    loanId: text("loan_id")
      .primaryKey()
      .references(() => loans.id),
    productId: text("product_id").notNull(),
    dailyRate: rate("daily_rate").notNull(),
    disbursedOn: date("disbursed_on").notNull(),
    /** The last close that reckoned it; null before the first. */
    on: date(),
    stage: text({ enum: loanStages }).notNull().default("active"),
    daysPastDue: integer("days_past_due").notNull().default(0),
    /** What a payoff would take, yuan: principal, interest to the day, penalty. */
    principal: money().notNull().default("0"),
    interest: money().notNull().default("0"),
    penalty: money().notNull().default("0"),
    /** Principal and interest of installments past their day; the penalty is all theirs. */
    overduePrincipal: money("overdue_principal").notNull().default("0"),
    overdueInterest: money("overdue_interest").notNull().default("0"),
    dueToday: money("due_today").notNull().default("0"),
    nextNumber: integer("next_number"),
    nextDueDate: date("next_due_date"),
    nextAmount: money("next_amount"),
    /** Since the disbursement, paid or not. */
    interestEarned: money("interest_earned").notNull().default("0"),
    penaltyEarned: money("penalty_earned").notNull().default("0"),
  },
  (t) => [
    index("loan_positions_late").on(t.daysPastDue).where(sql`days_past_due > 0`),
    check("loan_positions_stage", oneOf(t.stage, loanStages)),
    check("loan_positions_next", sql`(${t.nextNumber} is null) = (${t.nextDueDate} is null)`),
  ],
);
