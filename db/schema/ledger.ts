import { sql } from "drizzle-orm";
import { bigint, check, date, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant, money, oneOf } from "./columns.ts";
import { loans } from "./loans.ts";

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
