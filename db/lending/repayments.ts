/** Repayments: begun before the rail is asked, then posted or refused, each once. */
import { and, eq, sql } from "drizzle-orm";
import type { Loan, Repayment } from "../../domain/loan/loan-position.ts";
import { exact, sum } from "../../domain/money/money.ts";
import type { Queryable, Tx } from "../connection/connection.ts";
import { repaymentAllocations, repayments } from "../schema.ts";
import { credit, type LedgerEntry, postTransaction } from "./ledger.ts";

export type RepaymentStatus = (typeof repayments.$inferSelect)["status"];

export interface NewRepayment extends Pick<Repayment, "id" | "kind" | "rail" | "amount"> {
  loanId: string;
  /** The borrower's time. */
  at: string;
}

/**
 * Stores a repayment as in processing. "begun": now; "busy": another one of this loan is still in processing,
 * and nothing was stored; else the status that this one has already.
 */
export async function beginRepayment(
  q: Queryable,
  { id, loanId, kind, rail, amount, at }: NewRepayment,
): Promise<"begun" | "busy" | RepaymentStatus> {
  const [row] = await q.execute<{ outcome: "begun" | "busy" | RepaymentStatus }>(sql`
    with begun as (
      insert into repayments (id, loan_id, kind, rail, amount, status, begun_at)
      values (${id}, ${loanId}, ${kind}, ${rail}, ${amount}, 'processing', ${at})
      on conflict do nothing
      returning id
    )
    select coalesce(
      (select 'begun' from begun), (select status from repayments where id = ${id}), 'busy'
    ) as outcome`);
  if (!row) throw new Error("the statement always gives a row");
  return row.outcome;
}

/** A repayment that was begun, as far as it is known; undefined when there is none of that id. */
export async function findRepayment(
  q: Queryable,
  id: string,
): Promise<typeof repayments.$inferSelect | undefined> {
  const rows = await q.select().from(repayments).where(eq(repayments.id, id));
  return rows[0];
}

export interface RepaymentPosting {
  /** As loaded under lockLoan: a repayment posted since then makes this one fail. */
  loan: Pick<Loan, "id" | "repayments">;
  repayment: Repayment;
  /** The payment rail's own. */
  reference: string;
}

/**
 * Books a repayment in processing: allocations, installments, ledger, and the loan's end when its principal is
 * repaid. False, and nothing done, when it was posted before. Throws when it was refused or never begun.
 */
export async function postRepayment(
  tx: Tx,
  { loan, repayment, reference }: RepaymentPosting,
): Promise<boolean> {
  const { id, kind, rail, amount, fee, valueDate } = repayment;
  const number = loan.repayments.length + 1;
  const posted = await tx
    .update(repayments)
    .set({ ...{ kind, rail, amount, fee, valueDate, reference, number }, status: "posted" })
    .where(and(eq(repayments.id, id), eq(repayments.loanId, loan.id), eq(repayments.status, "processing")))
    .returning({ id: repayments.id });
  if (posted.length === 0) return await assertPosted(tx, id);
  await book(tx, loan.id, repayment);
  return true;
}

async function assertPosted(tx: Tx, id: string): Promise<false> {
  const [row] = await tx.select({ status: repayments.status }).from(repayments).where(eq(repayments.id, id));
  if (row?.status !== "posted") throw new Error(`a repayment to be posted is ${row?.status ?? "unknown"}`);
  return false;
}

async function book(tx: Tx, loanId: string, repayment: Repayment): Promise<void> {
  const { id: repaymentId, valueDate } = repayment;
  await Promise.all([
    insertAllocations(tx, loanId, repayment),
    payInstallments(tx, repaymentId),
    postTransaction(tx, {
      ...{ reference: `repayment:${repaymentId}`, loanId, valueDate },
      entries: entriesOf(repayment),
    }),
    settleLoan(tx, loanId, valueDate),
  ]);
}

/** The rail's account receives amount and fee; what no allocation claims is held for the borrower. */
export function entriesOf({ amount, fee, rail, allocations }: Repayment): LedgerEntry[] {
  const total = (part: "penalty" | "interest" | "principal") => sum(allocations.map((one) => one[part]));
  const [penalty, interest, principal] = [total("penalty"), total("interest"), total("principal")];
  const held = exact(amount).minus(penalty).minus(interest).minus(principal);
  if (held.isNegative()) throw new RangeError("a repayment's allocations exceed its amount");
  return [
    { account: `cash:${rail}`, amount: sum([amount, fee]).toFixed(2) },
    { account: "loans:principal", amount: credit(principal.toFixed(2)) },
    { account: "income:interest", amount: credit(interest.toFixed(2)) },
    { account: "income:penalty", amount: credit(penalty.toFixed(2)) },
    { account: "income:fee", amount: credit(fee) },
    { account: "held:borrower", amount: credit(held.toFixed(2)) },
  ];
}

async function insertAllocations(tx: Tx, loanId: string, { id, allocations }: Repayment): Promise<void> {
  if (allocations.length === 0) return;
  const rows = allocations.map((one) => ({ ...one, repaymentId: id, loanId }));
  await tx.insert(repaymentAllocations).values(rows);
}

async function payInstallments(tx: Tx, repaymentId: string): Promise<void> {
  await tx.execute(sql`
    update installments i set
      principal_paid = i.principal_paid + a.principal,
      interest_paid = i.interest_paid + a.interest,
      penalty_paid = i.penalty_paid + a.penalty
    from repayment_allocations a
    where a.repayment_id = ${repaymentId} and i.loan_id = a.loan_id and i.number = a.installment`);
}

async function settleLoan(tx: Tx, loanId: string, valueDate: string): Promise<void> {
  await tx.execute(sql`
    update loans set status = 'settled', settled_on = ${valueDate}
    where id = ${loanId} and status = 'active' and not exists (
      select from installments where loan_id = ${loanId} and principal_paid < principal
    )`);
}

/** False when it was not in processing. */
export async function refuseRepayment(q: Queryable, id: string, reason: string): Promise<boolean> {
  const refused = await q
    .update(repayments)
    .set({ status: "refused", refusal: reason })
    .where(and(eq(repayments.id, id), eq(repayments.status, "processing")))
    .returning({ id: repayments.id });
  return refused.length > 0;
}
