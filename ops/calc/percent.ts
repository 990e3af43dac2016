import { type Numeric, round } from "../../domain/money.ts";

/** "0.128038" */
export function sixDecimals(rate: Numeric): string {
  return round(rate, 6, "half-up").toFixed(6);
}

/** "0.128038" -> "12.8038 %" */
export function percent(rate: string): string {
  return `${round(rate, 6, "half-up").times(100).toFixed(4)} %`;
}
