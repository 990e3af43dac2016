/** The ledger: double entry, append-only; the database refuses what does not balance. */
import { eq, sql } from "drizzle-orm";
import { exact, sum } from "../../domain/money/money.ts";
import type { RailId } from "../../domain/repayment/rails.ts";
import type { Queryable } from "../connection/connection.ts";
import { ledgerEntries, ledgerTransactions } from "../schema.ts";

/** The chart of accounts, as written by a migration. */
export type Account =
  | "cash:payout"
  | `cash:${RailId}`
  | "loans:principal"
  /** What a borrower paid beyond what was owed. */
  | "held:borrower"
  /** Received. */
  | "income:interest"
  | "income:penalty"
  | "income:fee"
  /** Earned and not yet received: what the daily close finds owed, against what it found the day before. */
  | `accrued:${"interest" | "penalty"}`
  | `income:accrued-${"interest" | "penalty"}`
  /** Principal still owed that is not expected any more: lowers loans:principal. */
  | "loans:written-off"
  | "loss:write-off";

/** Yuan: a debit is positive, a credit negative. */
export interface LedgerEntry {
  account: Account;
  amount: string;
}

export interface Posting {
  /** The same movement of money carries the same reference: it is posted once. */
  reference: string;
  /** Null: of many loans, by a daily close. */
  loanId: string | null;
  /** Asia/Shanghai. */
  valueDate: string;
  /** Those of zero are left out. */
  entries: LedgerEntry[];
}

/** One statement. False when the reference was posted before. Commit fails when the entries do not balance. */
export async function postTransaction(q: Queryable, posting: Posting): Promise<boolean> {
  const entries = posting.entries.filter(({ amount }) => !exact(amount).isZero());
  const posted = await q.execute(sql`
    with posted as (
      insert into ledger_transactions (reference, loan_id, value_date, entry_count)
      values (${posting.reference}, ${posting.loanId}, ${posting.valueDate}, ${entries.length})
      on conflict (reference) do nothing
      returning id
    )
    insert into ledger_entries (transaction_id, account, amount)
    select posted.id, entry.account, entry.amount
    from posted, json_to_recordset(${JSON.stringify(entries)}::json) as entry(account text, amount numeric)
    returning id`);
  return posted.length > 0;
}

/** Balance of every account that ever moved, of one loan or of all: debits less credits, yuan. */
export async function accountBalances(
  q: Queryable,
  loanId?: string,
): Promise<Partial<Record<Account, string>>> {
  const rows = await q
    .select({ account: ledgerEntries.account, balance: sql<string>`sum(${ledgerEntries.amount})` })
    .from(ledgerEntries)
    .innerJoin(ledgerTransactions, eq(ledgerTransactions.id, ledgerEntries.transactionId))
    .where(loanId === undefined ? undefined : eq(ledgerTransactions.loanId, loanId))
    .groupBy(ledgerEntries.account);
  return Object.fromEntries(rows.map(({ account, balance }) => [account, balance]));
}

/** The negative of a sum, for the credit side. */
export const credit = (...amounts: string[]): string => sum(amounts).negated().toFixed(2);
