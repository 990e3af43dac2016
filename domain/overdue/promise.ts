/**
 * When a borrower cannot pay on the day: a promise of theirs to pay on another, or a later day that the lender agrees
 * to. Neither changes what is owed: penalty and interest go on as they would. Both let courtesy reminders and
 * automatic deductions rest until that day.
 */
import { addDays } from "../calendar/dates.ts";
import type { Loan } from "../loan/loan-facts.ts";
import { loanPosition } from "../loan/loan-position.ts";
import { sum } from "../money/money.ts";

/** After the due date, or after today once that has passed. Jiedao's own settings. */
export const mostDaysLater = { promise: 7, extension: 30 } as const;
export type DelayKind = keyof typeof mostDaysLater;

/** One installment that a borrower is asked to pay now. */
export interface AmountOwed {
  loanId: string;
  installment: number;
  dueDate: string;
}

/** All that is overdue and due on `today`; where there is none, what falls due next. The earliest first. */
export function claimsOn(loans: readonly Loan[], today: string): AmountOwed[] {
  const open = loans
    .flatMap((loan) =>
      loanPosition(loan, today)
        .installments.filter(({ status }) => status !== "settled")
        .map(({ number, dueDate }) => ({ loanId: loan.id, installment: number, dueDate })),
    )
    .toSorted((a, b) => a.dueDate.localeCompare(b.dueDate));
  const [earliest] = open;
  if (!earliest) return [];
  const until = earliest.dueDate > today ? earliest.dueDate : today;
  return open.filter(({ dueDate }) => dueDate <= until);
}

/** What those claims come to at the end of `on`, and how much of it is penalty. */
export function claimedOn(
  loans: readonly Loan[],
  claims: readonly AmountOwed[],
  on: string,
): { amount: string; penalty: string } {
  const positions = new Map(loans.map((loan) => [loan.id, loanPosition(loan, on)]));
  const claimed = claims.flatMap(
    ({ loanId, installment }) =>
      positions.get(loanId)?.installments.find(({ number }) => number === installment) ?? [],
  );
  return {
    amount: sum(claimed.map(({ outstanding }) => outstanding)).toFixed(2),
    penalty: sum(claimed.map(({ penalty }) => penalty)).toFixed(2),
  };
}

/**
 * The days that may be named for an installment: up to so many after its due date, or after today. A promise may name
 * a day before the due date; more time begins with the day after it, or it would be none.
 */
export function daysLater(
  kind: DelayKind,
  dueDate: string | undefined,
  today: string,
): { from: string; to: string } {
  const start = dueDate !== undefined && dueDate > today ? dueDate : today;
  return { from: addDays(kind === "extension" ? start : today, 1), to: addDays(start, mostDaysLater[kind]) };
}
