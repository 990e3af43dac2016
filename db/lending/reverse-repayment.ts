/** A repayment that turned out not to have come is booked back, and its loan goes on as if it had never been. */
import { and, eq, sql } from "drizzle-orm";
import type { Repayment, Reversal } from "../../domain/loan/loan-facts.ts";
import { exact } from "../../domain/money/money.ts";
import { lockCloses } from "../close/close-day.ts";
import type { Tx } from "../connection/connection.ts";
import { loans, repayments } from "../schema.ts";
import { postTransaction } from "./ledger.ts";
import { type LoanStageRow, setStage } from "./loan-positions.ts";
import type { LoanStatus } from "./loans.ts";
import { entriesOf } from "./repayments.ts";

export interface ReversibleLoan {
  loanId: string;
  status: LoanStatus;
  /** Null before its first close. */
  stage: LoanStageRow | null;
  /** The date of its last close. */
  closedOn: string | null;
  /** The borrower's own choice. */
  daysBefore: number | null;
  /** Another repayment is on its way. */
  busy: boolean;
}

/** Holds the loan of that number, and the closes, to the end of the transaction. Undefined when it was never paid out. */
export async function lockForReversal(tx: Tx, number: string): Promise<ReversibleLoan | undefined> {
  await lockCloses(tx);
  const [row] = await tx.execute<ReversibleLoan & Record<string, unknown>>(sql`
    select loan.id as "loanId", loan.status, p.stage, p."on"::text as "closedOn",
      borrower.reminder_days_before as "daysBefore",
      exists (select from repayments r where r.loan_id = loan.id and r.status = 'processing') as busy
    from loans loan
    join borrowers borrower on borrower.id = loan.borrower_id
    left join loan_positions p on p.loan_id = loan.id and p."on" is not null
    where loan.number = ${number} and loan.disbursed_at is not null
    for update of loan`);
  return row;
}

export interface ReversalBooking {
  loan: ReversibleLoan;
  /** The last that was posted: those after it would have to be allocated anew. */
  repayment: Repayment;
  reversal: Reversal;
  /** Where the loan goes on. */
  to: { status: LoanStatus; stage: LoanStageRow };
}

/** Throws when the repayment is not posted, or another was posted after it. */
export async function bookReversal(tx: Tx, booking: ReversalBooking): Promise<void> {
  const { loan, repayment, reversal, to } = booking;
  await endRepayment(tx, loan.loanId, reversal);
  await takeBack(tx, repayment.id);
  await postTransaction(tx, {
    ...{ reference: `reversal:${repayment.id}`, loanId: loan.loanId, valueDate: reversal.bookedOn },
    entries: entriesOf(repayment).map(({ account, amount }) => ({
      account,
      amount: exact(amount).negated().toFixed(2),
    })),
  });
  if (to.status !== loan.status) {
    await tx.update(loans).set({ status: to.status, settledOn: null }).where(eq(loans.id, loan.loanId));
  }
  if (loan.stage !== null && to.stage !== loan.stage) await setStage(tx, loan.loanId, to.stage);
}

async function endRepayment(
  tx: Tx,
  loanId: string,
  { repaymentId, bookedOn, reason }: Reversal,
): Promise<void> {
  const last = sql`(select max(number) from repayments where loan_id = ${loanId})`;
  const reversed = await tx
    .update(repayments)
    .set({ status: "reversed", number: null, reversedOn: bookedOn, reversalReason: reason })
    .where(and(eq(repayments.id, repaymentId), eq(repayments.status, "posted"), eq(repayments.number, last)))
    .returning({ id: repayments.id });
  if (reversed.length === 0) throw new Error("only the last posted repayment of a loan can be reversed");
}

async function takeBack(tx: Tx, repaymentId: string): Promise<void> {
  await tx.execute(sql`
    update installments i set
      principal_paid = i.principal_paid - a.principal,
      interest_paid = i.interest_paid - a.interest,
      penalty_paid = i.penalty_paid - a.penalty
    from repayment_allocations a
    where a.repayment_id = ${repaymentId} and i.loan_id = a.loan_id and i.number = a.installment`);
}
