/** Arrears: what is unpaid after its due date, penalty included. Whoever has any gets no new loan. */
import { type Loan, loanPosition } from "../loan/loan-position.ts";
import { addYuan } from "../money/money.ts";

export interface LoanArrears {
  loanId: string;
  /** As read out on the phone. */
  number: string;
  /** Numbers of the overdue installments, in their order. */
  installments: number[];
  /** Yuan: what brings the loan up to date on the day, penalty included. */
  amount: string;
  /** Of the oldest; the due date is day 0. */
  daysPastDue: number;
}

/**
 * At the end of `on`, one entry a loan. Only what is booked counts as paid: money on its way may still come back, and
 * a loan paid out meanwhile could not be taken back with it. A promise or an extension moves no due date.
 */
export function arrearsOf(loans: readonly Loan[], on: string): LoanArrears[] {
  return loans.flatMap((loan) => {
    const { installments, overdue, daysPastDue } = loanPosition(loan, on);
    const late = installments.filter(({ status }) => status === "overdue").map(({ number }) => number);
    if (late.length === 0) return [];
    return [{ loanId: loan.id, number: loan.number, installments: late, amount: overdue.total, daysPastDue }];
  });
}

/** Whether anything is in arrears at the end of `on`, on any loan. */
export const isInArrears = (loans: readonly Loan[], on: string): boolean => arrearsOf(loans, on).length > 0;

/** Yuan: all that is in arrears. */
export const totalArrears = (arrears: readonly LoanArrears[]): string =>
  addYuan(arrears.map(({ amount }) => amount));
