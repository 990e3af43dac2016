import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { instant, money, oneOf } from "./columns.ts";
import { installments, loans } from "./loans.ts";

export const repaymentKinds = ["due", "partial", "payoff"] as const;
export const rails = ["balance", "bank-card", "credit-card"] as const;
export const repaymentStatuses = ["processing", "posted", "refused"] as const;

/** Money on its way back. A loan has at most one in processing; posted ones are numbered in order. */
export const repayments = pgTable(
  "repayments",
  {
    id: text().primaryKey(),
    loanId: text("loan_id")
      .notNull()
      .references(() => loans.id),
    kind: text({ enum: repaymentKinds }).notNull(),
    rail: text({ enum: rails }).notNull(),
    amount: money().notNull(),
    fee: money().notNull().default("0"),
    status: text({ enum: repaymentStatuses }).notNull(),
    begunAt: instant("begun_at").notNull(),
    /** Its place among the loan's posted repayments, from 1. */
    number: integer(),
    valueDate: date("value_date"),
    /** The payment rail's own. */
    reference: text(),
    refusal: text(),
  },
  (t) => [
    unique("repayments_owner").on(t.id, t.loanId),
    unique("repayments_number").on(t.loanId, t.number),
    uniqueIndex("repayments_one_processing").on(t.loanId).where(sql`status = 'processing'`),
    check("repayments_kind", oneOf(t.kind, repaymentKinds)),
    check("repayments_rail", oneOf(t.rail, rails)),
    check("repayments_status", oneOf(t.status, repaymentStatuses)),
    check("repayments_amount", sql`${t.amount} > 0 and ${t.fee} >= 0`),
    check(
      "repayments_posted_whole",
      sql`(${t.status} = 'posted') = (${t.number} is not null) and (${t.status} = 'posted') = (${t.valueDate} is not null)`,
    ),
    check("repayments_posted_reference", sql`${t.status} <> 'posted' or ${t.reference} is not null`),
    check("repayments_refused_whole", sql`(${t.status} = 'refused') = (${t.refusal} is not null)`),
  ],
);

/** What a posted repayment covered of each installment. Append-only, by trigger. */
export const repaymentAllocations = pgTable(
  "repayment_allocations",
  {
    repaymentId: text("repayment_id").notNull(),
    loanId: text("loan_id").notNull(),
    installment: integer().notNull(),
    penalty: money().notNull(),
    interest: money().notNull(),
    principal: money().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.repaymentId, t.installment] }),
    foreignKey({
      name: "repayment_allocations_repayment",
      columns: [t.repaymentId, t.loanId],
      foreignColumns: [repayments.id, repayments.loanId],
    }),
    foreignKey({
      name: "repayment_allocations_installment",
      columns: [t.loanId, t.installment],
      foreignColumns: [installments.loanId, installments.number],
    }),
    check(
      "repayment_allocations_amounts",
      sql`${t.penalty} >= 0 and ${t.interest} >= 0 and ${t.principal} >= 0`,
    ),
  ],
);
