/** Money: the ledger and repayments. */

import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { railIds } from "../../domain/repayment/rails.ts";
import { instant, money, oneOf } from "./columns.ts";
import { installments, loans } from "./loans.ts";

export const accountKinds = ["asset", "liability", "income", "expense"] as const;

/** The chart of accounts: written by a migration. */
export const ledgerAccounts = pgTable(
  "ledger_accounts",
  { code: text().primaryKey(), kind: text({ enum: accountKinds }).notNull() },
  (t) => [check("ledger_accounts_kind", oneOf(t.kind, accountKinds))],
);

/**
 * One movement of money. Append-only; at commit it must have as many entries as it states, and they must
 * sum to zero: all by trigger. The reference makes the same movement happen once. What a daily close accrues is
 * one transaction a product, without a loan: table accruals has it loan by loan.
 */
export const ledgerTransactions = pgTable(
  "ledger_transactions",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    reference: text().notNull().unique(),
    loanId: text("loan_id").references(() => loans.id),
    /** The date it counts for, Asia/Shanghai. */
    valueDate: date("value_date").notNull(),
    entryCount: integer("entry_count").notNull(),
    postedAt: instant("posted_at").notNull().default(sql`now()`),
  },
  (t) => [
    index("ledger_transactions_loan").on(t.loanId),
    check("ledger_transactions_entries", sql`${t.entryCount} >= 2`),
    check("ledger_transactions_owner", sql`${t.loanId} is not null or starts_with(${t.reference}, 'close:')`),
  ],
);

/** Debits are positive, credits negative. */
export const ledgerEntries = pgTable(
  "ledger_entries",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    transactionId: bigint("transaction_id", { mode: "number" })
      .notNull()
      .references(() => ledgerTransactions.id),
    account: text()
      .notNull()
      .references(() => ledgerAccounts.code),
    amount: money().notNull(),
  },
  (t) => [
    index("ledger_entries_transaction").on(t.transactionId),
    index("ledger_entries_account").on(t.account),
    check("ledger_entries_amount", sql`${t.amount} <> 0`),
  ],
);

export const repaymentKinds = ["due", "partial", "payoff"] as const;
export const reversalReasons = ["bounced", "booked-in-error"] as const;
export const repaymentStatuses = ["processing", "posted", "refused", "reversed"] as const;

/**
 * Money on its way back. A loan has at most one in processing; posted ones are numbered in order. One that was reversed
 * turned out not to have come: it counts for nothing, and its allocations neither.
 */
export const repayments = pgTable(
  "repayments",
  {
    id: text().primaryKey(),
    loanId: text("loan_id")
      .notNull()
      .references(() => loans.id),
    kind: text({ enum: repaymentKinds }).notNull(),
    rail: text({ enum: railIds }).notNull(),
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
    reversedOn: date("reversed_on"),
    reversalReason: text("reversal_reason", { enum: reversalReasons }),
  },
  (t) => [
    unique("repayments_owner").on(t.id, t.loanId),
    unique("repayments_number").on(t.loanId, t.number),
    uniqueIndex("repayments_one_processing").on(t.loanId).where(sql`status = 'processing'`),
    check("repayments_kind", oneOf(t.kind, repaymentKinds)),
    check("repayments_rail", oneOf(t.rail, railIds)),
    check("repayments_status", oneOf(t.status, repaymentStatuses)),
    check("repayments_amount", sql`${t.amount} > 0 and ${t.fee} >= 0`),
    check(
      "repayments_posted_whole",
      sql`(${t.status} = 'posted') = (${t.number} is not null) and (${t.status} in ('posted', 'reversed')) = (${t.valueDate} is not null)`,
    ),
    check("repayments_posted_reference", sql`${t.status} <> 'posted' or ${t.reference} is not null`),
    check(
      "repayments_reversed_whole",
      sql`(${t.status} = 'reversed') = (${t.reversedOn} is not null) and (${t.reversedOn} is null) = (${t.reversalReason} is null)`,
    ),
    check("repayments_reversal_reason", oneOf(t.reversalReason, reversalReasons)),
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
