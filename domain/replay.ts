/**
 * A loan replayed to a date: every repayment applied on its value date, in the order of those dates. Whatever
 * is asked of a loan is derived from the replay, so a prepayment needs no new schedule and a back-dated
 * payment no correction of the later ones.
 */
import { accrueTo } from "./accrual.ts";
import { allocate } from "./allocation.ts";
import type { Repayment } from "./loan-facts.ts";
import { type LoanState, openState, type ScheduledLoan } from "./loan-state.ts";
import { exact } from "./money.ts";

type Payment = Pick<Repayment, "kind" | "amount" | "valueDate">;

/** The state at the end of `date`. Repayments of one date apply in the order in which they were booked. */
export function replay(loan: ScheduledLoan & { repayments: Payment[] }, date: string): LoanState {
  const payments = loan.repayments
    .filter(({ valueDate }) => valueDate <= date)
    .toSorted((a, b) => (a.valueDate < b.valueDate ? -1 : Number(a.valueDate > b.valueDate)));
  const state = payments.reduce<LoanState>((before, payment) => {
    const accrued = accrueTo(before, payment.valueDate);
    return allocate(accrued, { kind: payment.kind, amount: exact(payment.amount) }).state;
  }, openState(loan));
  return accrueTo(state, date);
}
