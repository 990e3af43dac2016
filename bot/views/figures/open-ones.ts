import type { Loan, LoanPosition } from "../../../domain/loan/loan-position.ts";

export interface LoanWithPosition {
  loan: Loan;
  position: LoanPosition;
}

/** Those that are not repaid yet. */
export const openOnes = (loanPositions: LoanWithPosition[]): LoanWithPosition[] =>
  loanPositions.filter(({ position }) => !position.settled);
