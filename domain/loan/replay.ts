/**
 * A loan replayed to a date: every payment applied on its value date, in the order of those dates. Whatever is
 * asked of a loan is derived from the replay, so a prepayment needs no new schedule, and a payment back-dated
 * or reversed changes everything after it without a stored figure being touched.
 */

import { exact, sum } from "../money/money.ts";
import type { LoanAccount, Payment } from "./account.ts";
import { accrueTo } from "./accrual.ts";
import { allocate, type Cover } from "./allocation.ts";
import { type LoanState, openState } from "./loan-state.ts";

/** One payment as the replay applied it. */
export interface ReplayedPayment {
  payment: Payment;
  covers: Cover[];
  /** The state just after it. */
  after: LoanState;
}

/** The state at the end of `date`. */
export function replay(account: LoanAccount, date: string): LoanState {
  const last = replayPayments(account, date).at(-1)?.after ?? openState(account);
  const state = accrueTo(last, date);
  const refunded = account.refunds.filter(({ paidOn }) => paidOn <= date).map(({ amount }) => amount);
  return { ...state, held: state.held.minus(sum(refunded)) };
}

/** Every payment that counts up to `date`, in the order in which it applies; those of one date as booked. */
export function replayPayments(account: LoanAccount, date: string): ReplayedPayment[] {
  const reversed = new Set(account.reversals.map(({ repaymentId }) => repaymentId));
  const payments = account.repayments
    .filter(({ id, valueDate }) => valueDate <= date && !reversed.has(id))
    .toSorted((a, b) => a.valueDate.localeCompare(b.valueDate));
  const replayed: ReplayedPayment[] = [];
  let state = openState(account);
  for (const payment of payments) {
    const applied = allocate(accrueTo(state, payment.valueDate), {
      kind: payment.kind,
      amount: exact(payment.amount),
    });
    state = applied.state;
    replayed.push({ payment, covers: applied.covers, after: state });
  }
  return replayed;
}
