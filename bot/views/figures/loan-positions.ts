/** Each loan with where it stands on the borrower's day: computed once a reply. */
import { shanghaiDate } from "../../../domain/calendar/dates.ts";
import { loanPosition } from "../../../domain/loan/loan-position.ts";
import type { JourneyContext } from "../../../machines/journey-context.ts";
import type { LoanWithPosition } from "./open-ones.ts";

/** A function that replays the loans when it is first called, if ever. */
export function loanPositionsOf({ loans, at }: JourneyContext): () => LoanWithPosition[] {
  let known: LoanWithPosition[] | undefined;
  return () => {
    known ??= loans.map((loan) => ({ loan, position: loanPosition(loan, shanghaiDate(at)) }));
    return known;
  };
}
