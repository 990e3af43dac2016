/** Whether a borrower kept the promise to pay on a day. */
import type { Decimal } from "decimal.js";
import type { Loan } from "../loan/loan-facts.ts";
import { exact, sum } from "../money/money.ts";

/** Amounts in yuan, two decimals; dates Asia/Shanghai. */
export interface PaymentPromise {
  madeOn: string;
  promisedOn: string;
  amount: string;
  /** What had been repaid, over all loans, when it was made. */
  paidBefore: string;
}

/** Repaid by the end of `on`, over all loans. */
export function repaidBy(loans: readonly Loan[], on: string): Decimal {
  return sum(
    loans.flatMap(({ repayments }) =>
      repayments.filter(({ valueDate }) => valueDate <= on).map(({ amount }) => amount),
    ),
  );
}

export type PromiseStatus = "open" | "kept" | "broken";

/**
 * Kept once the amount has come, by the day promised; broken when that day has ended without it. `today` is not over:
 * the daily close judges the same set-based (db/close/judge-promises.ts).
 */
export function promiseStatus(promise: PaymentPromise, loans: readonly Loan[], today: string): PromiseStatus {
  const by = promise.promisedOn < today ? promise.promisedOn : today;
  const since = repaidBy(loans, by).minus(exact(promise.paidBefore));
  if (since.gte(promise.amount)) return "kept";
  return promise.promisedOn < today ? "broken" : "open";
}
