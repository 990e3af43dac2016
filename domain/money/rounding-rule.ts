/** How a loan's figures are rounded. */
import type { Decimal } from "decimal.js";
import { type Rounding, roundToUnit } from "./money.ts";

export interface RoundingRule {
  mode: Rounding;
  /** "0.01" for the fen. */
  unit: string;
}

export const toTheCent: RoundingRule = { mode: "half-up", unit: "0.01" };

export function roundBy(value: Decimal, rule: RoundingRule): Decimal {
  return roundToUnit(value, rule.unit, rule.mode);
}
