/**
 * No offer above 24 % a year, all-in: interest, fees and penalties counted, as the simple annual rate (12 x the monthly
 * internal rate of return) of the real cash flows. PBOC announcement [2021] No. 3 has a lender count every cost of a
 * loan into its annual rate; 24 % is the line that courts and supervisors draw for licensed consumer lenders.
 */

import { exact } from "../money/money.ts";
import { type AnnualRates, monthlyApr } from "./apr.ts";
import { ALL_IN_CAP } from "./legal-cap.ts";

/** Most days of a year's months, were each as long as the longest: 12 x 31. */
const LONGEST_YEAR = 372;

/**
 * The highest daily rate that keeps every monthly schedule within the cap, whatever months it falls on: in the longest
 * month, 31 days, it takes no more than a twelfth of the cap.
 */
export const HIGHEST_DAILY_RATE = exact(ALL_IN_CAP).div(LONGEST_YEAR);

/** One month's payment with whatever else it costs, yuan. */
export interface MonthlyCost {
  payment: string;
  /** Of a rail, of a service. */
  fee?: string;
  penalty?: string;
}

/** Rates of what is received at once and paid month by month; undefined when there is no internal rate of return. */
export function allInRates(options: {
  principal: string;
  upfrontFee?: string;
  months: readonly MonthlyCost[];
}): AnnualRates | undefined {
  const received = exact(options.principal).minus(options.upfrontFee ?? 0);
  const paid = options.months.map(({ payment, fee, penalty }) =>
    exact(payment)
      .plus(fee ?? 0)
      .plus(penalty ?? 0),
  );
  return monthlyApr([received.negated(), ...paid]);
}

export function isWithinAllInCap(rates: AnnualRates): boolean {
  return exact(rates.simple).lte(ALL_IN_CAP);
}
