/** Each loan with where it stands on the borrower's day: computed once a reply. */
import { shanghaiDate } from "../../../domain/calendar/dates.ts";
import { type Loan, type LoanPosition, loanPosition } from "../../../domain/loan/loan.ts";
import type { JourneyContext } from "../../../machines/journey-context.ts";

export interface LoanWithPosition {
  loan: Loan;
  position: LoanPosition;
}

/** A function that replays the loans when it is first called, if ever. */
export function loanPositionsOf({ loans, at }: JourneyContext): () => LoanWithPosition[] {
  let known: LoanWithPosition[] | undefined;
  return () => {
    known ??= loans.map((loan) => ({ loan, position: loanPosition(loan, shanghaiDate(at)) }));
    return known;
  };
}

/** Those that are not repaid yet. */
export const openOnes = (loanPositions: LoanWithPosition[]): LoanWithPosition[] =>
  loanPositions.filter(({ position }) => !position.settled);
