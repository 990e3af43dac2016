/** The life of a loan in the tables: signed, active, settled or abandoned. No chat snapshot is ever read. */
import { and, eq, sql } from "drizzle-orm";
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import type { Quote } from "../../domain/pricing/quote.ts";
import type { Queryable, Tx } from "../connection/connection.ts";
import { loans, quotes } from "../schema.ts";
import { credit, postTransaction } from "./ledger.ts";

export type LoanStatus = (typeof loans.$inferSelect)["status"];

export interface Signature {
  quote: Quote;
  borrowerId: string;
  /** The borrower's time. */
  at: string;
}

/**
 * Makes a loan of a quote, one statement. False, and nothing done, when the quote is a loan already, was
 * voided, is somebody else's, or is not word for word the one that was offered.
 */
export async function signLoan(q: Queryable, { quote, borrowerId, at }: Signature): Promise<boolean> {
  const signed = await q.execute(sql`
    insert into loans (id, borrower_id, signed_at)
    select id, borrower_id, ${at}::timestamptz from quotes
    where id = ${quote.id} and hash = ${quote.hash} and borrower_id = ${borrowerId} and voided_at is null
    on conflict (id) do nothing
    returning id`);
  return signed.length > 0;
}

/** Ends a signed loan that was not paid out. False when it was not merely signed. */
export async function abandonLoan(q: Queryable, loanId: string): Promise<boolean> {
  const abandoned = await q
    .update(loans)
    .set({ status: "abandoned" })
    .where(and(eq(loans.id, loanId), eq(loans.status, "signed")))
    .returning({ id: loans.id });
  return abandoned.length > 0;
}

export interface Disbursement {
  loanId: string;
  /** The payment's, from the partner. */
  reference: string;
  /** The borrower's time. */
  at: string;
}

/** Makes a signed loan active: its installments and its ledger entries. False when it was not merely signed. */
export async function disburseLoan(tx: Tx, { loanId, reference, at }: Disbursement): Promise<boolean> {
  const [paid] = await tx
    .update(loans)
    .set({ status: "active", disbursedAt: at })
    .from(quotes)
    .where(and(eq(loans.id, loanId), eq(loans.status, "signed"), eq(quotes.id, loans.id)))
    .returning({ principal: quotes.principal });
  if (!paid) return false;
  const [, posted] = await Promise.all([
    insertInstallments(tx, loanId),
    postTransaction(tx, {
      reference: `payout:${reference}`,
      loanId,
      valueDate: shanghaiDate(at),
      entries: [
        { account: "loans:principal", amount: paid.principal },
        { account: "cash:payout", amount: credit(paid.principal) },
      ],
    }),
  ]);
  if (!posted) throw new Error("the payout's reference is in the ledger already");
  return true;
}

async function insertInstallments(tx: Tx, loanId: string): Promise<void> {
  await tx.execute(sql`
    insert into installments (loan_id, number, due_date, days, principal, interest, balance)
    select quotes.id, row.number, row."dueDate", row.days, row.principal, row.interest, row.balance
    from quotes, jsonb_to_recordset(quotes.schedule) as row(
      number integer, "dueDate" date, days integer, principal numeric, interest numeric, balance numeric
    )
    where quotes.id = ${loanId}`);
}

/** Locks the loan until the transaction ends, and tells how it stands. Undefined when there is none. */
export async function lockLoan(tx: Tx, loanId: string): Promise<LoanStatus | undefined> {
  const rows = await tx
    .select({ status: loans.status })
    .from(loans)
    .where(eq(loans.id, loanId))
    .for("update");
  return rows[0]?.status;
}
