/**
 * Annual rates of a loan's real cash flows. Simple is the periodic internal rate of return times the periods
 * in a year; compounded is (1 + periodic) ^ periods - 1, as in PBOC announcement [2021] No. 3.
 */
import type { Decimal } from "decimal.js";
import { exact, round } from "./money.ts";
import { rootBetween, type Slope } from "./root.ts";

/** Fractions with six decimals: "0.128000" is 12.8 %. */
export interface AnnualRates {
  simple: string;
  compounded: string;
}

/** Present value and its slope over the growth factor's inverse, by Horner: v = 1 / (1 + rate). */
function presentValue(flows: Decimal[], v: Decimal): Slope {
  let value = exact(0);
  let derivative = exact(0);
  for (const flow of flows.toReversed()) {
    derivative = derivative.times(v).plus(value);
    value = value.times(v).plus(flow);
  }
  return { value, derivative };
}

/** Candidate rates a period, walking outwards from zero, between which a change of sign is looked for. */
const upwards = ["0", "0.01", "0.1", "1", "10", "1000", "1000000"];
const downwards = ["0", "-0.01", "-0.1", "-0.5", "-0.9", "-0.99", "-0.999999"];

function discount(rate: string): Decimal {
  return exact(1).div(exact(rate).plus(1));
}

function bracket(flows: Decimal[], rates: string[]): [Decimal, Decimal] | undefined {
  for (const [index, rate] of rates.entries()) {
    const next = rates[index + 1];
    if (next === undefined) return undefined;
    const [near, far] = [discount(rate), discount(next)];
    const [a, b] = [presentValue(flows, near).value, presentValue(flows, far).value];
    if (a.isZero()) return [near, near];
    if (a.isNegative() !== b.isNegative()) return near.lessThan(far) ? [near, far] : [far, near];
  }
  return undefined;
}

/**
 * Internal rate of return a period of equally spaced flows, the first at once, as a fraction; undefined when
 * the flows have none (they never change sign). With several roots, the one nearest zero, above it if any.
 */
export function irr(flows: (Decimal | string)[]): Decimal | undefined {
  const values = flows.map((flow) => exact(flow));
  const ends = bracket(values, upwards) ?? bracket(values, downwards);
  if (!ends || values.every((value) => value.isZero())) return undefined;
  const [low, high] = ends;
  const v = low.equals(high) ? low : rootBetween((x) => presentValue(values, x), low, high);
  return exact(1).div(v).minus(1);
}

/** Annual rates of a periodic rate. */
export function annualRates(periodic: Decimal, periodsPerYear: number): AnnualRates {
  return {
    simple: round(periodic.times(periodsPerYear), 6, "half-up").toFixed(6),
    compounded: round(periodic.plus(1).pow(periodsPerYear).minus(1), 6, "half-up").toFixed(6),
  };
}

/** Annual rates of monthly flows, the first at once; undefined when they have no internal rate of return. */
export function monthlyApr(flows: (Decimal | string)[]): AnnualRates | undefined {
  const periodic = irr(flows);
  return periodic && annualRates(periodic, 12);
}
