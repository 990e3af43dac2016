/** One root of a continuous function between two ends where its signs differ. */
import type { Decimal } from "decimal.js";
import { exact } from "./money.ts";

/** The value of a function and of its derivative. */
export interface Slope {
  value: Decimal;
  derivative: Decimal;
}

/**
 * Newton's method kept inside a shrinking bracket: a step that leaves it, or that gains too little, is replaced
 * by a halving, so it always ends. Exact to 1e-20 of the unknown.
 */
export function rootBetween(f: (x: Decimal) => Slope, low: Decimal, high: Decimal): Decimal {
  const tolerance = exact("1e-20");
  const risingFrom = f(low).value.isNegative();
  let [left, right] = [low, high];
  let x = left.plus(right).div(2);
  for (let step = 0; step < 300 && right.minus(left).greaterThan(tolerance); step += 1) {
    const { value, derivative } = f(x);
    if (value.isZero()) return x;
    if (value.isNegative() === risingFrom) left = x;
    else right = x;
    const middle = left.plus(right).div(2);
    const newton = derivative.isZero() ? middle : x.minus(value.div(derivative));
    const inside = newton.greaterThan(left) && newton.lessThan(right);
    if (inside && newton.minus(x).abs().lessThan(tolerance)) return newton;
    x = inside && step % 3 !== 2 ? newton : middle;
  }
  return x;
}
