/** The loan calendar (借款日历): what is to be paid when, over all loans of a person. */

import { addYuan, sum } from "../money/money.ts";
import type { Loan } from "./loan-facts.ts";
import { type InstallmentPosition, type InstallmentStatus, loanPosition } from "./loan-position.ts";

/** Amounts in yuan as they stand on the calendar's date, two decimals. */
interface CalendarEntry {
  /** Due date, Asia/Shanghai. */
  date: string;
  loanId: string;
  installment: number;
  principal: string;
  interest: string;
  penalty: string;
  amount: string;
  status: "overdue" | "due" | "upcoming";
  /** The due date is day 0. */
  daysPastDue: number;
}

interface CalendarMonth {
  /** "2026-03". */
  month: string;
  total: string;
  entries: CalendarEntry[];
}

export interface LoanCalendar {
  on: string;
  /** Overdue ones first, in order of date; nothing that is settled. */
  months: CalendarMonth[];
  total: string;
}

function toEntry(loanId: string, one: InstallmentPosition): CalendarEntry[] {
  if (one.status === "settled") return [];
  return [
    {
      date: one.dueDate,
      loanId,
      installment: one.number,
      principal: one.outstandingPrincipal,
      interest: one.outstandingInterest,
      penalty: one.penalty,
      amount: one.outstanding,
      status: one.status,
      daysPastDue: one.daysPastDue,
    },
  ];
}

const monthOf = ({ date }: CalendarEntry): string => date.slice(0, 7);

/** Every installment still to be paid at the end of `on`, by month of its due date. */
export function loanCalendar(options: { loans: readonly Loan[]; on: string }): LoanCalendar {
  const { loans, on } = options;
  const entries = loans
    .flatMap((loan) => loanPosition(loan, on).installments.flatMap((one) => toEntry(loan.id, one)))
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.loanId.localeCompare(b.loanId));
  const months = [...new Set(entries.map(monthOf))].map((month) => {
    const inMonth = entries.filter((entry) => monthOf(entry) === month);
    return { month, total: sum(inMonth.map(({ amount }) => amount)).toFixed(2), entries: inMonth };
  });
  return { on, months, total: sum(entries.map(({ amount }) => amount)).toFixed(2) };
}

/** A due date of one loan, paid or not. */
export interface DueDate {
  /** Asia/Shanghai. */
  date: string;
  loanId: string;
  installment: number;
  /** Yuan, two decimals: still to pay; once nothing is, what was paid. */
  amount: string;
  status: InstallmentStatus;
}

/** Still to pay; once nothing is, what was paid. Yuan, two decimals. */
export const amountToShow = (one: InstallmentPosition): string =>
  one.status === "settled"
    ? addYuan([one.paidPrincipal, one.paidInterest, one.paidPenalty])
    : one.outstanding;

interface OfLoans {
  loans: readonly Loan[];
  on: string;
}

/** Every due date as it stands at the end of `on`, by date. One of which a prepayment left nothing is none. */
export const dueDates = (options: OfLoans): DueDate[] =>
  everyDate(options).filter(({ amount }) => Number(amount) > 0);

/** Due dates of which a prepayment left nothing, by date. */
export const droppedDates = (options: OfLoans): DueDate[] =>
  everyDate(options).filter(({ amount }) => Number(amount) === 0);

const everyDate = ({ loans, on }: OfLoans): DueDate[] =>
  loans
    .flatMap((loan) =>
      loanPosition(loan, on).installments.map((one) => ({
        date: one.dueDate,
        loanId: loan.id,
        installment: one.number,
        amount: amountToShow(one),
        status: one.status,
      })),
    )
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.loanId.localeCompare(b.loanId));
