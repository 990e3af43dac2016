/** XIRR: the annual internal rate of return of dated flows, actual/365, compounded once a year. */
import type { Decimal } from "decimal.js";
import { daysBetween } from "../calendar/dates.ts";
import { exact } from "../money/money.ts";
import { discountsAtZero } from "./discounted-roots.ts";
import { byUse } from "./rate-search.ts";

export interface DatedFlow {
  /** Yuan: what the borrower gets is negative and what they pay positive, or the other way round. */
  amount: string;
  /** YYYY-MM-DD; in any order. */
  on: string;
}

/** All rates, as fractions a year, the one to use first; none when the flows never change sign. */
export function datedRates(flows: DatedFlow[]): Decimal[] {
  // Any date will do: another one scales every term alike.
  const start = flows[0]?.on ?? "";
  const timed = flows.map(({ amount, on }) => ({ amount: exact(amount), time: daysBetween(start, on) }));
  return byUse(discountsAtZero(timed).map((daily) => daily.pow(-365).minus(1)));
}

/** The first of the rates, or undefined. */
export function xirr(flows: DatedFlow[]): Decimal | undefined {
  return datedRates(flows)[0];
}
