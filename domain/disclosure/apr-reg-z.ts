/**
 * The annual percentage rate of Regulation Z, actuarial method (12 CFR 1026, Appendix J): each flow lies at a
 * whole number of unit periods and a fraction of one after the first advance; a whole period compounds, the
 * fraction bears simple interest.
 */
import type { Decimal } from "decimal.js";
import type { Frequency } from "../calendar/frequency.ts";
import { type UnitPeriod, unitPeriodOf, unitPeriodOfTerm } from "../calendar/unit-period.ts";
import { exact, type Numeric } from "../money/money.ts";
import type { DatedFlow } from "./apr-dated.ts";
import { nowhereZero, rateAtZero, type Slope } from "./rate-search.ts";

export interface UnitPeriodFlow {
  /** Advances negative, payments positive. */
  amount: Numeric;
  /** Whole unit periods from the first advance. */
  whole: number;
  /** And a fraction of one, from 0 to less than 1. */
  fraction: Numeric;
}

/** The rate a year as a fraction, unrounded; undefined when there is none. */
export function actuarialApr(flows: UnitPeriodFlow[], unitPeriodsPerYear: Numeric): Decimal | undefined {
  return rateAtZero(valueAt(flows))?.times(exact(unitPeriodsPerYear));
}

/**
 * The same of dated flows. The unit period is that of the payments, at most a year; of a single advance with a single
 * payment it is the term (Appendix J(b)(4)).
 */
export function datedActuarialApr(flows: DatedFlow[], frequency: Frequency): Decimal | undefined {
  const inOrder = flows
    .filter(({ amount }) => !exact(amount).isZero())
    .toSorted((a, b) => a.on.localeCompare(b.on));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) return undefined;
  const unitPeriod = isSinglePayment(inOrder) ? unitPeriodOfTerm(first.on, last.on) : unitPeriodOf(frequency);
  return actuarialApr(placed(inOrder, unitPeriod), unitPeriod.perYear);
}

const isSinglePayment = ([first, second, ...more]: DatedFlow[]): boolean =>
  first !== undefined && second !== undefined && more.length === 0 && first.on < second.on;

function placed(flows: DatedFlow[], unitPeriod: UnitPeriod): UnitPeriodFlow[] {
  const start = flows[0]?.on ?? "";
  return flows.map(({ amount, on }) => ({ amount, ...unitPeriod.between(start, on) }));
}

function valueAt(flows: UnitPeriodFlow[]): (rate: Decimal) => Slope {
  const terms = flows
    .map(({ amount, whole, fraction }) => ({ amount: exact(amount), whole, fraction: exact(fraction) }))
    .filter(({ amount }) => !amount.isZero());
  if (terms.length === 0) return () => nowhereZero;
  return (rate) => {
    const growth = rate.plus(1);
    let value = exact(0);
    let derivative = exact(0);
    for (const { amount, whole, fraction } of terms) {
      const part = fraction.times(rate).plus(1);
      const present = amount.div(growth.pow(whole).times(part));
      value = value.plus(present);
      derivative = derivative.minus(present.times(exact(whole).div(growth).plus(fraction.div(part))));
    }
    return { value, derivative };
  };
}
