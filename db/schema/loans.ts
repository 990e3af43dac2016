/** Loans and what hangs on them: where they stood at a close, reminders raised, promises made. */

import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { reminderStages } from "../../domain/contact/reminder-stages.ts";
import { quotes } from "./applications.ts";
import { borrowers } from "./borrowers.ts";
import { instant, money, oneOf, rate } from "./columns.ts";

export const loanStatuses = ["signed", "active", "settled", "abandoned", "written-off"] as const;

export const loanNumberSequence = pgSequence("loan_number_seq", { startWith: 10_000_001 });

/** A quote that was signed: its terms are the quote's, its id too, so that a quote makes one loan at most. */
export const loans = pgTable(
  "loans",
  {
    id: text().primaryKey(),
    borrowerId: uuid("borrower_id").notNull(),
    /** What a person reads out on the phone. */
    number: text().notNull().unique().default(sql`'JD' || nextval('loan_number_seq')`),
    status: text({ enum: loanStatuses }).notNull().default("signed"),
    signedAt: instant("signed_at").notNull(),
    disbursedAt: instant("disbursed_at"),
    settledOn: date("settled_on"),
    writtenOffOn: date("written_off_on"),
    writeOffReason: text("write_off_reason"),
  },
  (t) => [
    foreignKey({
      name: "loans_quote",
      columns: [t.id, t.borrowerId],
      foreignColumns: [quotes.id, quotes.borrowerId],
    }),
    index("loans_borrower").on(t.borrowerId, t.signedAt),
    check("loans_status", oneOf(t.status, loanStatuses)),
    check(
      "loans_disbursed",
      sql`(${t.status} in ('active', 'settled', 'written-off')) = (${t.disbursedAt} is not null)`,
    ),
    check("loans_settled", sql`(${t.status} = 'settled') = (${t.settledOn} is not null)`),
    check(
      "loans_written_off",
      sql`(${t.status} = 'written-off') = (${t.writtenOffOn} is not null) and (${t.writtenOffOn} is null) = (${t.writeOffReason} is null)`,
    ),
  ],
);

/** What falls due of a disbursed loan, and how much of it was paid. */
export const installments = pgTable(
  "installments",
  {
    loanId: text("loan_id")
      .notNull()
      .references(() => loans.id),
    number: integer().notNull(),
    /** Asia/Shanghai. */
    dueDate: date("due_date").notNull(),
    days: integer().notNull(),
    principal: money().notNull(),
    interest: money().notNull(),
    balance: money().notNull(),
    principalPaid: money("principal_paid").notNull().default("0"),
    interestPaid: money("interest_paid").notNull().default("0"),
    penaltyPaid: money("penalty_paid").notNull().default("0"),
  },
  (t) => [
    primaryKey({ columns: [t.loanId, t.number] }),
    index("installments_due").on(t.dueDate),
    check("installments_number", sql`${t.number} > 0 and ${t.days} > 0`),
    check("installments_amounts", sql`${t.principal} >= 0 and ${t.interest} >= 0 and ${t.balance} >= 0`),
    check("installments_principal_paid", sql`${t.principalPaid} between 0 and ${t.principal}`),
    check("installments_other_paid", sql`${t.interestPaid} >= 0 and ${t.penaltyPaid} >= 0`),
  ],
);

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
    /** Owed, yuan: principal, due or to come, interest to the day, penalty. */
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

export const promiseStatuses = ["open", "kept", "broken", "replaced", "withdrawn"] as const;

/** What borrowers promised to pay and by when: one open at a time, judged by the daily close, once, by trigger. */
export const promises = pgTable(
  "promises",
  {
    /** The turn's that it was made in. */
    id: uuid().primaryKey(),
    borrowerId: uuid("borrower_id")
      .notNull()
      .references(() => borrowers.id),
    /** Asia/Shanghai. */
    madeOn: date("made_on").notNull(),
    promisedOn: date("promised_on").notNull(),
    amount: money().notNull(),
    /** Repaid before it was made, over all loans. */
    paidBefore: money("paid_before").notNull(),
    status: text({ enum: promiseStatuses }).notNull().default("open"),
    decidedOn: date("decided_on"),
  },
  (t) => [
    uniqueIndex("promises_one_open").on(t.borrowerId).where(sql`status = 'open'`),
    check("promises_status", oneOf(t.status, promiseStatuses)),
    check("promises_dates", sql`${t.promisedOn} > ${t.madeOn}`),
    check("promises_amounts", sql`${t.amount} > 0 and ${t.paidBefore} >= 0`),
    check("promises_decided_whole", sql`(${t.status} = 'open') = (${t.decidedOn} is null)`),
  ],
);
