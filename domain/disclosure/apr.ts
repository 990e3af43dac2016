/**
 * Annual rates of a loan's real cash flows, equally spaced. Simple is the periodic internal rate of return
 * times the periods in a year; compounded is (1 + periodic) ^ periods - 1, as in PBOC announcement [2021] No. 3.
 */
import type { Decimal } from "decimal.js";
import { exact, type Numeric, round } from "../money/money.ts";
import { discountsAtZero } from "./discounted-roots.ts";
import { byUse } from "./rate-search.ts";

/** Fractions with six decimals: "0.128000" is 12.8 %. */
export interface AnnualRates {
  simple: string;
  compounded: string;
}

/**
 * Internal rates of return a period of equally spaced flows, the first at once, as fractions; none when the
 * flows never change sign. Flows that change it more than once may have several: the first is the one to use.
 */
export function internalRates(flows: Numeric[]): Decimal[] {
  const discounts = discountsAtZero(flows.map((amount, time) => ({ amount: exact(amount), time })));
  return byUse(discounts.map((discount) => exact(1).div(discount).minus(1)));
}

/** The first of the internal rates of return, or undefined. */
export function irr(flows: Numeric[]): Decimal | undefined {
  return internalRates(flows)[0];
}

/** Annual rates of a periodic rate. */
export function annualRates(periodic: Decimal, periodsPerYear: Numeric): AnnualRates {
  return {
    simple: round(periodic.times(exact(periodsPerYear)), 6, "half-up").toFixed(6),
    compounded: round(periodic.plus(1).pow(exact(periodsPerYear)).minus(1), 6, "half-up").toFixed(6),
  };
}

/** Annual rates of monthly flows, the first at once; undefined when they have no internal rate of return. */
export function monthlyApr(flows: Numeric[]): AnnualRates | undefined {
  const periodic = irr(flows);
  return periodic && annualRates(periodic, 12);
}
