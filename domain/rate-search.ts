/** The search for the rate at which a present value is zero: it finds one, or says that there is none. */
import type { Decimal } from "decimal.js";
import { exact } from "./money.ts";

/** A function's value and derivative at a rate. */
export interface Slope {
  value: Decimal;
  derivative: Decimal;
}

/** Of flows that are all nothing: they have no rate, though every rate would do. */
export const nowhereZero: Slope = { value: exact(1), derivative: exact(0) };

/** Rates a period between which a change of sign is looked for, walking outwards from zero. */
const upwards = [
  "0",
  "0.01",
  "0.03",
  "0.1",
  "0.2",
  "0.5",
  "1",
  "2",
  "5",
  "10",
  "100",
  "1e4",
  "1e6",
  "1e9",
  "1e12",
];
const downwards = [
  "0",
  "-0.01",
  "-0.03",
  "-0.1",
  "-0.2",
  "-0.3",
  "-0.5",
  "-0.7",
  "-0.9",
  "-0.99",
  "-0.9999",
  "-0.999999",
];

/** The one to use: the first of ratesAtZero, or undefined. */
export function rateAtZero(f: (rate: Decimal) => Slope): Decimal | undefined {
  const [first] = ratesAtZero(f);
  return first;
}

/**
 * Rates (fractions a period, above -1) at which the function is zero: first those of zero and more, the
 * lowest first, then the negative ones from zero down. A loan's flows, which change sign once, have just one.
 */
export function* ratesAtZero(f: (rate: Decimal) => Slope): Generator<Decimal> {
  const start = exact(0);
  if (f(start).value.isZero()) yield start;
  yield* rootsAlong(f, upwards);
  yield* rootsAlong(f, downwards);
}

function* rootsAlong(f: (rate: Decimal) => Slope, rates: string[]): Generator<Decimal> {
  let near = exact(rates[0] ?? 0);
  let nearValue = f(near).value;
  for (const rate of rates.slice(1)) {
    const far = exact(rate);
    const farValue = f(far).value;
    if (farValue.isZero()) yield far;
    else if (nearValue.times(farValue).isNegative() && !nearValue.isZero()) yield rootBetween(f, near, far);
    near = far;
    nearValue = farValue;
  }
}

/**
 * Newton's method kept inside a shrinking bracket whose ends have different signs: every third step, and any
 * that would leave it, is a halving instead, so it always ends. Exact to 1e-16 of the rate.
 */
function rootBetween(f: (x: Decimal) => Slope, end: Decimal, otherEnd: Decimal): Decimal {
  const tolerance = exact("1e-16");
  let [left, right] = end.lessThan(otherEnd) ? [end, otherEnd] : [otherEnd, end];
  const risesFromLeft = f(left).value.isNegative();
  let x = left.plus(right).div(2);
  for (let step = 1; right.minus(left).greaterThan(tolerance); step += 1) {
    const { value, derivative } = f(x);
    if (value.isZero()) return x;
    if (value.isNegative() === risesFromLeft) left = x;
    else right = x;
    const next = derivative.isZero() ? left : x.minus(value.div(derivative));
    const inside = next.greaterThan(left) && next.lessThan(right);
    if (inside && next.minus(x).abs().lessThan(tolerance)) return next;
    x = inside && step % 3 !== 0 ? next : left.plus(right).div(2);
  }
  return x;
}
