/** XIRR: the annual internal rate of return of dated flows, actual/365, compounded once a year. */
import type { Decimal } from "decimal.js";
import { daysBetween } from "./dates.ts";
import { exact } from "./money.ts";
import { nowhereZero, rateAtZero, ratesAtZero, type Slope } from "./rate-search.ts";

export interface DatedFlow {
  /** Yuan: what the borrower gets is negative and what they pay positive, or the other way round. */
  amount: string;
  /** YYYY-MM-DD; in any order. */
  on: string;
}

/** All rates, as fractions a year; none when the flows never change sign. */
export function datedRates(flows: DatedFlow[]): Decimal[] {
  return [...ratesAtZero(valueAt(flows))];
}

/** The first of the rates, or undefined. */
export function xirr(flows: DatedFlow[]): Decimal | undefined {
  return rateAtZero(valueAt(flows));
}

/** Sum of amount x (1 + rate) ^ -(days / 365), and its derivative. */
function valueAt(flows: DatedFlow[]): (rate: Decimal) => Slope {
  // Any date will do: another one scales every term alike.
  const start = flows[0]?.on ?? "";
  const terms = flows
    .map(({ amount, on }) => ({ amount: exact(amount), years: exact(daysBetween(start, on)).div(365) }))
    .filter(({ amount }) => !amount.isZero());
  if (terms.length === 0) return () => nowhereZero;
  return (rate) => {
    const growth = rate.plus(1);
    const log = growth.ln();
    let value = exact(0);
    let derivative = exact(0);
    for (const { amount, years } of terms) {
      const present = amount.times(log.times(years).negated().exp());
      value = value.plus(present);
      derivative = derivative.minus(present.times(years).div(growth));
    }
    return { value, derivative };
  };
}
