import { type Numeric, round } from "../../domain/money/money.ts";

/** A rate as a fraction, to be checked against: "0.1280383120". */
export function tenDecimals(rate: Numeric): string {
  return round(rate, 10, "half-up").toFixed(10);
}

/** "0.1280383120" -> "12.8038 %" */
export function percentFigure(rate: Numeric): string {
  return `${round(rate, 6, "half-up").times(100).toFixed(4)} %`;
}
