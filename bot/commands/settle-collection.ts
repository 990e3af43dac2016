import { lockLoan } from "../../db/lending/loans.ts";
import { postRepayment, refuseRepayment } from "../../db/lending/repayments.ts";
import type { Loan, Repayment } from "../../domain/loan/loan-position.ts";
import { allocateRepayment } from "../../domain/repayment/repayment.ts";
import type { CollectionAnswer } from "../../partners/ports.ts";
import type { AnsweringEvent, CommandResult } from "./command-definition.ts";
import { stepLoan } from "./step-loan.ts";

/** The events that answer a collection, whoever asked for it. */
export const collectionEvents = ["repayment.completed", "repayment.processing", "repayment.refused"] as const;
export type CollectionResult = CommandResult<AnsweringEvent<(typeof collectionEvents)[number]>>;

export interface SettleCollectionOptions {
  loan: Loan;
  repayment: Pick<Repayment, "id" | "kind" | "amount" | "rail" | "valueDate">;
  result: CollectionAnswer;
}

/** What the rail's answer means: booked at once, still on its way, or refused. */
export function settleCollection({ loan, repayment, result }: SettleCollectionOptions): CollectionResult {
  const { id: repaymentId, amount } = repayment;
  if (result.outcome === "refused") {
    return {
      event: { type: "repayment.refused", repaymentId, reason: result.reason },
      book: (tx) => [refuseRepayment(tx, repaymentId, result.reason)],
    };
  }
  if (result.outcome === "processing") {
    const { reference, arrivesOn } = result;
    return {
      event: { type: "repayment.processing", repaymentId, loanId: loan.id, amount, reference, arrivesOn },
    };
  }
  return bookCollection(loan, { ...repayment, fee: result.fee }, result.reference);
}

function bookCollection(
  loan: Loan,
  repayment: Omit<Repayment, "allocations">,
  reference: string,
): CollectionResult {
  const before = { ...loan, repayments: loan.repayments.filter(({ id }) => id !== repayment.id) };
  const allocated = allocateRepayment(before, repayment);
  if (!allocated.ok) throw new Error(`collected, but the loan refuses it: ${allocated.reason}`);
  return {
    event: { type: "repayment.completed", loan: allocated.loan, repayment: allocated.repayment },
    book: (tx) => [
      lockLoan(tx, loan.id),
      postRepayment(tx, { loan: before, repayment: allocated.repayment, reference }),
      stepLoan(tx, allocated.loan),
    ],
  };
}
