/** Each loan with where it stands on the borrower's day: computed once a reply. */
import { shanghaiDate } from "../../../domain/calendar/dates.ts";
import { type Loan, type LoanPosition, loanPosition } from "../../../domain/loan/loan.ts";
import type { JourneyContext } from "../../../machines/journey-context.ts";

export interface Standing {
  loan: Loan;
  position: LoanPosition;
}

/** A function that replays the loans when it is first called, if ever. */
export function standingsOf({ loans, at }: JourneyContext): () => Standing[] {
  let known: Standing[] | undefined;
  return () => {
    known ??= loans.map((loan) => ({ loan, position: loanPosition(loan, shanghaiDate(at)) }));
    return known;
  };
}

/** Those that are not repaid yet. */
export const openOnes = (standings: Standing[]): Standing[] =>
  standings.filter(({ position }) => !position.settled);
