/** What being late means: the bucket, the class, the code on the credit record. */

import { daysPastDue, lateDays } from "../loan/accrual.ts";
import { exact } from "../money/money.ts";
import { type RoundingRule, roundBy, toTheCent } from "../money/rounding-rule.ts";
import { housePenalty, type PenaltyRule } from "../product/conventions.ts";

export interface Bucket {
  name: string;
  /** Days past due, both ends in it; the due date is day 0. The last bucket has no end. */
  from: number;
  to?: number;
  /** Repayment status of the second-generation credit report of the People's Bank. */
  reportCode: "N" | "1" | "2" | "3" | "4" | "5" | "6" | "7";
}

export const buckets: readonly Bucket[] = [
  { name: "current", from: 0, to: 0, reportCode: "N" },
  { name: "1-30", from: 1, to: 30, reportCode: "1" },
  { name: "31-60", from: 31, to: 60, reportCode: "2" },
  { name: "61-90", from: 61, to: 90, reportCode: "3" },
  { name: "91-120", from: 91, to: 120, reportCode: "4" },
  { name: "121-150", from: 121, to: 150, reportCode: "5" },
  { name: "151-180", from: 151, to: 180, reportCode: "6" },
  { name: "181+", from: 181, reportCode: "7" },
];

export function bucketOf(days: number): Bucket {
  const found = buckets.find(({ from, to = Number.POSITIVE_INFINITY }) => from <= days && days <= to);
  if (!found) throw new RangeError("Days past due are a whole number of zero or more");
  return found;
}

export type RiskClass = "normal" | "special-mention" | "substandard" | "doubtful" | "loss";

/**
 * At best, by days past due alone: Measures for the Risk Classification of Financial Assets of Commercial Banks
 * (CBIRC and PBOC, 2023), Articles 10 to 13: overdue, over 90, over 270, over 360 days.
 */
export function riskClassOf(days: number): RiskClass {
  if (days > 360) return "loss";
  if (days > 270) return "doubtful";
  if (days > 90) return "substandard";
  return days > 0 ? "special-mention" : "normal";
}

export interface Penalty {
  daysPastDue: number;
  /** Days that bear penalty. */
  days: number;
  /** Yuan. */
  amount: string;
  capped: boolean;
}

/** The penalty of one overdue principal (yuan) that stays unpaid from its due date to `on`. */
export function penaltyOn(
  overdue: { principal: string; dueDate: string; on: string },
  rule: PenaltyRule = housePenalty,
  rounding: RoundingRule = toTheCent,
): Penalty {
  const { principal, dueDate, on } = overdue;
  const past = daysPastDue(dueDate, on);
  const days = past > rule.graceDays ? lateDays(rule, dueDate, on) : 0;
  const simple = exact(principal).times(rule.dailyRate).times(days);
  const most = rule.cap === undefined ? simple : exact(principal).times(rule.cap);
  const capped = simple.greaterThan(most);
  return { daysPastDue: past, days, amount: roundBy(capped ? most : simple, rounding).toFixed(2), capped };
}
