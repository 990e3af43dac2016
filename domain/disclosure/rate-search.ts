/** The search for the rate at which a present value is zero: it finds one, or says that there is none. */
import type { Decimal } from "decimal.js";
import { exact } from "../money/money.ts";

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

/** The order in which rates are told, the one to use first: from zero up, then the negative ones from zero down. */
export function byUse(rates: Decimal[]): Decimal[] {
  const negative = rates.filter((rate) => rate.isNegative() && !rate.isZero());
  const others = rates.filter((rate) => !negative.includes(rate));
  return [...others.toSorted((a, b) => a.comparedTo(b)), ...negative.toSorted((a, b) => b.comparedTo(a))];
}

/**
 * A rate (a fraction a period, above -1) at which a function is zero: the lowest of zero and more, or else the
 * negative one nearest to zero; undefined when none is found. A loan's flows, which change sign once, have just one.
 */
export function rateAtZero(f: (rate: Decimal) => Slope): Decimal | undefined {
  const start = exact(0);
  if (f(start).value.isZero()) return start;
  return rootAlong(f, upwards) ?? rootAlong(f, downwards);
}

function rootAlong(f: (rate: Decimal) => Slope, rates: string[]): Decimal | undefined {
  let near = exact(rates[0] ?? 0);
  let nearValue = f(near).value;
  for (const rate of rates.slice(1)) {
    const far = exact(rate);
    const farValue = f(far).value;
    if (farValue.isZero()) return far;
    if (nearValue.times(farValue).isNegative()) return rootBetween(f, near, far, exact("1e-16"));
    const turn = turnBetween(f, near, far);
    if (turn && nearValue.times(f(turn).value).isNegative())
      return rootBetween(f, near, turn, exact("1e-16"));
    near = far;
    nearValue = farValue;
  }
  return undefined;
}

/** Where the function turns about between two rates: it may dip below zero and come back there. */
function turnBetween(f: (rate: Decimal) => Slope, near: Decimal, far: Decimal): Decimal | undefined {
  const slope = (rate: Decimal) => ({ value: f(rate).derivative, derivative: exact(0) });
  const turns = slope(near).value.times(slope(far).value).isNegative();
  return turns ? rootBetween(slope, near, far, exact("1e-12")) : undefined;
}

/**
 * Newton's method kept inside a shrinking bracket whose ends have different signs; a step that would leave it, or
 * that is more than half of the one before, is a halving instead, so it always ends.
 */
export function rootBetween(
  f: (x: Decimal) => Slope,
  end: Decimal,
  otherEnd: Decimal,
  tolerance: Decimal,
): Decimal {
  let [left, right] = end.lessThan(otherEnd) ? [end, otherEnd] : [otherEnd, end];
  const risesFromLeft = f(left).value.isNegative();
  let x = startBetween(left, right);
  let lastStep = right.minus(left);
  while (right.minus(left).greaterThan(tolerance)) {
    const { value, derivative } = f(x);
    if (value.isZero()) return x;
    if (value.isNegative() === risesFromLeft) left = x;
    else right = x;
    const newton = derivative.isZero() ? left : x.minus(value.div(derivative));
    const inside = newton.greaterThan(left) && newton.lessThan(right);
    const step = newton.minus(x).abs();
    if (inside && step.lessThan(tolerance)) return newton;
    const next = inside && step.times(2).lessThan(lastStep) ? newton : left.plus(right).div(2);
    lastStep = next.minus(x).abs();
    x = next;
  }
  return x;
}

/** One, where it lies between them: no interest is near to most rates. Else the middle. */
function startBetween(left: Decimal, right: Decimal): Decimal {
  return left.lessThan(1) && right.greaterThan(1) ? exact(1) : left.plus(right).div(2);
}
