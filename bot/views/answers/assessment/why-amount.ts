/** "Why is it this amount?": of the quote, the repayment or the debt on screen, whichever there is. */
import { shanghaiDate } from "../../../../domain/calendar/dates.ts";
import { amountDue } from "../../../../domain/loan/loan-position.ts";
import { offerRepayment } from "../../../../domain/repayment/repayment.ts";
import { type LoanWithPosition, openOnes } from "../../figures/open-ones.ts";
import { lines, type Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";
import { reckonedRepayment } from "../loans/reckoned-repayment.ts";
import { reckonedQuote } from "../products/reckoned-quote.ts";

export function whyAmount(scope: Scope): Answer {
  const { m, context, loanPositions } = scope;
  const { quote, repayment } = context;
  if (quote) return reckonedQuote(quote, m);
  const paid = loanPositions().find(({ loan }) => loan.id === repayment?.loanId);
  if (paid && repayment?.kind && repayment.amount) {
    const { kind, amount, valueDate = shanghaiDate(context.at) } = repayment;
    const offer = offerRepayment(paid.loan, { kind, amount, on: valueDate });
    const opening = m.reckoning.repayment[kind === "due" && amountDue(paid.position).early ? "early" : kind];
    if (offer.ok) return { text: opening, card: reckonedRepayment(paid.loan, offer, m) };
  }
  const [first] = openOnes(loanPositions()).toSorted(
    (a, b) => b.position.daysPastDue - a.position.daysPastDue,
  );
  return first ? whatIsDue(first, m) : { text: m.reckoning.nothing };
}

/** Of the loan that is the longest overdue, or else of the oldest. */
function whatIsDue({ loan, position }: LoanWithPosition, m: Scope["m"]): Answer {
  const { early, dueDate } = amountDue(position);
  const on = early && dueDate ? dueDate : position.on;
  const offer = offerRepayment(loan, { kind: "due", on });
  const opening = early ? m.reckoning.upcoming : m.reckoning.due;
  if (!offer.ok) return { text: m.reckoning.nothing };
  return {
    text: lines(m.reckoning.loan(loan.number), opening),
    card: reckonedRepayment(loan, offer, m),
  };
}
