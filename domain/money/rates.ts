/** Nominal and effective annual rates. Fractions in, fractions out, unrounded. */
import type { Decimal } from "decimal.js";
import { exact, type Numeric } from "./money.ts";

/** (1 + nominal / n) ^ n - 1, compounded n times a year. */
export function effectiveRate(nominal: Numeric, compoundings: Numeric): Decimal {
  const n = compounding(compoundings);
  return above(exact(nominal).div(n)).pow(n).minus(1);
}

/** n x ((1 + effective) ^ (1 / n) - 1): what compounds n times a year to the effective rate. */
export function nominalRate(effective: Numeric, compoundings: Numeric): Decimal {
  const n = compounding(compoundings);
  return above(exact(effective)).pow(exact(1).div(n)).minus(1).times(n);
}

function compounding(times: Numeric): Decimal {
  const n = exact(times);
  if (!n.greaterThan(0)) throw new RangeError("Compoundings a year must be positive");
  return n;
}

function above(rate: Decimal): Decimal {
  if (!rate.greaterThan(-1)) throw new RangeError("A rate must be above -100 %");
  return rate.plus(1);
}
