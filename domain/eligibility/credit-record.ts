/** What of a loan goes on the central bank's credit record, and for how long. */

import { addDays, addMonths, daysInMonth } from "../calendar/dates.ts";
import { accountOf } from "../loan/account.ts";
import { daysPastDue, interestOwed } from "../loan/accrual.ts";
import type { Loan } from "../loan/loan-facts.ts";
import { loanPosition, positionOf } from "../loan/loan-position.ts";
import type { InstallmentState, LoanState } from "../loan/loan-state.ts";
import { replay, replayPayments } from "../loan/replay.ts";
import { bucketOf } from "../overdue/overdue.ts";

/** N: normal; 1 to 7: overdue by the bucket; C: settled; *: nothing was due yet. */
export type RepaymentStatusCode = "*" | "N" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "C";

export interface LateInstallment {
  installment: number;
  dueDate: string;
  /** The first day on which the record shows it: the day after the due date. */
  shownFrom: string;
  /** Absent while it is unpaid. */
  paidOn?: string;
  daysPastDue: number;
  /** Five years after it was paid: Regulation on the Credit Reporting Industry, Article 16. */
  keptUntil?: string;
}

export interface CreditRecord {
  /** At each month's end up to the date, and at the date. */
  months: { month: string; status: RepaymentStatusCode }[];
  late: LateInstallment[];
  /** Principal, interest and penalty overdue on the date, yuan. */
  overdue: string;
}

export function creditRecord(loan: Loan, on: string): CreditRecord {
  const account = accountOf(loan);
  const states = [...replayPayments(account, on).map(({ after }) => after), replay(account, on)];
  return {
    months: monthsOf(loan, on),
    late: loan.schedule.flatMap(({ number }) => lateInstallment(states, number, on)),
    overdue: positionOf(replay(account, on)).overdue.total,
  };
}

/** Up to the month in which the loan was settled: after it, it is not reported again. */
function monthsOf(loan: Loan, on: string): CreditRecord["months"] {
  const months: CreditRecord["months"] = [];
  for (const date of monthEnds(loan.disbursedOn, on)) {
    const status = statusAt(loan, date);
    months.push({ month: date.slice(0, 7), status });
    if (status === "C") break;
  }
  return months;
}

/** Month ends from `from`'s month on, the last replaced by `to`. */
function monthEnds(from: string, to: string): string[] {
  const ends: string[] = [];
  for (let first = `${from.slice(0, 7)}-01`; first <= to; first = addMonths(first, 1)) {
    const end = addDays(first, daysInMonth(first) - 1);
    ends.push(end < to ? end : to);
  }
  return ends;
}

function statusAt(loan: Loan, date: string): RepaymentStatusCode {
  const position = loanPosition(loan, date);
  if (position.settled) return "C";
  if (date < (loan.schedule[0]?.dueDate ?? date)) return "*";
  return bucketOf(position.daysPastDue).reportCode;
}

function lateInstallment(states: LoanState[], number: number, on: string): LateInstallment[] {
  const paid = states.find((state) =>
    state.installments.some((one) => one.number === number && isPaid(state, one)),
  );
  const dueDate = states[0]?.installments.find((one) => one.number === number)?.dueDate ?? on;
  const until = paid?.on ?? on;
  const days = daysPastDue(dueDate, until);
  if (days === 0) return [];
  const kept = paid && { paidOn: paid.on, keptUntil: addMonths(paid.on, 60) };
  return [{ installment: number, dueDate, shownFrom: addDays(dueDate, 1), ...kept, daysPastDue: days }];
}

function isPaid(state: LoanState, one: InstallmentState): boolean {
  return one.dueDate <= state.on && one.principal.isZero() && interestOwed(state, one).isZero();
}
