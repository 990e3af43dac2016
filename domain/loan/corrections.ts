/** Corrections to a loan's payments: facts are added, none is changed or deleted, and the replay does the rest. */

import { exact } from "../money/money.ts";
import { allocationsOf } from "../repayment/repayment.ts";
import { accountOf } from "./account.ts";
import type { Loan, Refund, Repayment, Reversal } from "./loan-facts.ts";
import { loanState } from "./loan-position.ts";
import { replayPayments } from "./replay.ts";

export type CorrectionRefusal =
  | { ok: false; reason: "unknown-repayment" | "already-reversed" }
  | { ok: false; reason: "more-than-held"; held: string };

/** The loan as if the repayment had never come; everything after it is reckoned anew. */
export function reverseRepayment(
  loan: Loan,
  reversal: Reversal,
): { ok: true; loan: Loan } | CorrectionRefusal {
  const { repaymentId } = reversal;
  const reversals = loan.reversals ?? [];
  if (!loan.repayments.some(({ id }) => id === repaymentId))
    return { ok: false, reason: "unknown-repayment" };
  if (reversals.some((one) => one.repaymentId === repaymentId))
    return { ok: false, reason: "already-reversed" };
  return { ok: true, loan: { ...loan, reversals: [...reversals, reversal] } };
}

/** Gives back money held beyond what was owed, at most what is held on that day. */
export function refundHeld(loan: Loan, refund: Refund): { ok: true; loan: Loan } | CorrectionRefusal {
  const { held } = loanState(loan, refund.paidOn);
  const amount = exact(refund.amount);
  if (!amount.greaterThan(0) || amount.greaterThan(held)) {
    return { ok: false, reason: "more-than-held", held: held.toFixed(2) };
  }
  return { ok: true, loan: { ...loan, refunds: [...(loan.refunds ?? []), refund] } };
}

/**
 * The repayments that count up to `on`, in the order in which they apply, with their allocations as they now
 * are: after a back-dated or reversed payment they differ from those stored when each was booked.
 */
export function replayedRepayments(loan: Loan, on: string): Repayment[] {
  return replayPayments(accountOf(loan), on).flatMap(({ payment, covers }) => {
    const stored = loan.repayments.find(({ id }) => id === payment.id);
    return stored ? [{ ...stored, allocations: allocationsOf(covers) }] : [];
  });
}
