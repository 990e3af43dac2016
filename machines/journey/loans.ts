/** The loans of a borrower, as a conversation has them. */
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import { type Loan, loanPosition } from "../../domain/loan/loan-position.ts";
import type { JourneyContext } from "../journey-context.ts";

export function openLoans(context: JourneyContext): Loan[] {
  const on = shanghaiDate(context.at);
  return context.loans.filter((loan) => !loanPosition(loan, on).settled);
}

/** Open loans without a repayment on its way: a loan takes one at a time. */
export function repayableLoans(context: JourneyContext): Loan[] {
  const busy = new Set(context.processing.map(({ loanId }) => loanId));
  return openLoans(context).filter(({ id }) => !busy.has(id));
}

export function findLoan(context: JourneyContext, loanId: string): Loan {
  const loan = context.loans.find(({ id }) => id === loanId);
  if (!loan) throw new Error("a loan that this journey does not have");
  return loan;
}
