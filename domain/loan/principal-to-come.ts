import type { Decimal } from "decimal.js";
import { sum } from "../money/money.ts";
import type { LoanState } from "./loan-state.ts";

/** Principal that is not yet due and so bears interest. */
export function principalToCome(state: LoanState): Decimal {
  return sum(
    state.installments.filter(({ dueDate }) => dueDate > state.on).map(({ principal }) => principal),
  );
}
