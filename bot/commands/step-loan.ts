import type { Tx } from "../../db/connection/connection.ts";
import { lockPosition, setStage } from "../../db/lending/loan-positions.ts";
import { type Loan, loanPosition } from "../../domain/loan/loan.ts";
import { DEFAULT_DAYS_BEFORE, standingOf } from "../../domain/loan/loan-standing.ts";
import { advanceLoan } from "../../machines/loan.ts";

/** Moves a loan to the stage that a payment just booked leads to, as of the last close. */
export async function stepLoan(tx: Tx, loan: Loan): Promise<void> {
  const position = await lockPosition(tx, loan.id);
  if (!position) return;
  const { stage, on: date, daysBefore } = position;
  const next = advanceLoan(stage, {
    type: "paid",
    date,
    standing: standingOf(loanPosition(loan, date)),
    daysBefore: daysBefore ?? DEFAULT_DAYS_BEFORE,
  });
  if (next !== stage) await setStage(tx, loan.id, next);
}
