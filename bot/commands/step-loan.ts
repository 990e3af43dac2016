import type { Tx } from "../../db/connection/connection.ts";
import { lockPosition, setStage } from "../../db/lending/loan-positions.ts";
import { DEFAULT_DAYS_BEFORE, dueStatusOf } from "../../domain/loan/due-status.ts";
import { type Loan, loanPosition } from "../../domain/loan/loan-position.ts";
import { advanceLoan } from "../../machines/loan.ts";

/** Moves a loan to the stage that a payment just booked leads to, as of the last close. */
export async function stepLoan(tx: Tx, loan: Loan): Promise<void> {
  const position = await lockPosition(tx, loan.id);
  if (!position) return;
  const { stage, on: date, daysBefore } = position;
  const next = advanceLoan(stage, {
    type: "paid",
    date,
    dueStatus: dueStatusOf(loanPosition(loan, date)),
    daysBefore: daysBefore ?? DEFAULT_DAYS_BEFORE,
    contactDays: loan.conventions.contactDays,
  });
  if (next !== stage) await setStage(tx, loan.id, next);
}
