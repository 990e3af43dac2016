/** 自动扣款: where installments are deducted from on their day, by the borrower's choice. */
import { addDays, daysBetween } from "../calendar/dates.ts";
import type { Loan } from "../loan/loan-facts.ts";
import { amountDue, loanPosition } from "../loan/loan-position.ts";
import { addYuan } from "../money/money.ts";
import { contactDaysOf, houseContactDays } from "../product/conventions.ts";

/**
 * The last day past due on which an installment of every one of these loans is deducted: not any more once people have
 * to talk, by the loan's own contact days. Without a loan by the house's.
 */
export const lastDeductionDay = (loans: readonly Loan[]): number =>
  Math.min(
    ...(loans.length === 0
      ? [houseContactDays]
      : loans.map(({ conventions }) => contactDaysOf(conventions))
    ).map(({ call }) => call),
  ) - 1;

/**
 * The first day after `today` whose close deducts something, and what it takes from all loans together as things
 * stand. `restsUntil`: nothing is deducted before it. Undefined when nothing is to come, or people have to talk first.
 */
export function nextDeduction(options: {
  loans: readonly Loan[];
  today: string;
  restsUntil?: string | undefined;
}): { date: string; amount: string } | undefined {
  const { loans, today, restsUntil } = options;
  const earliest = [addDays(today, 1), ...(restsUntil ? [restsUntil] : [])].reduce(later);
  const dues = loans.flatMap((loan) => {
    const { dueDate } = amountDue(loanPosition(loan, today));
    const date = dueDate && later(dueDate, earliest);
    if (!dueDate || !date || daysBetween(dueDate, date) > lastDeductionDay([loan])) return [];
    return [{ date, amount: amountDue(loanPosition(loan, date)).amount }];
  });
  const date = dues.map((due) => due.date).toSorted()[0];
  const sameDay = dues.filter((due) => due.date === date);
  return date === undefined ? undefined : { date, amount: addYuan(sameDay.map(({ amount }) => amount)) };
}

const later = (a: string, b: string): string => (a > b ? a : b);
