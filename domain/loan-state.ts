/** A loan in the middle of a replay: amounts exact, in yuan, up to a date. */
import type { Decimal } from "decimal.js";
import type { Loan } from "./loan-facts.ts";
import { exact } from "./money.ts";

export interface PaidSoFar {
  penalty: Decimal;
  interest: Decimal;
  principal: Decimal;
}

export interface InstallmentState {
  number: number;
  /** Start of its interest period. */
  startsOn: string;
  dueDate: string;
  /** Principal still to be paid with this installment. */
  principal: Decimal;
  paid: PaidSoFar;
  /** Interest earned up to the state's date, unrounded. */
  accrued: Decimal;
  /** Penalty earned up to the state's date, unrounded. */
  penalty: Decimal;
}

export interface LoanState {
  /** The date up to which interest and penalty are accrued. */
  on: string;
  dailyRate: Decimal;
  installments: InstallmentState[];
  /** Money received beyond what was owed, held for the borrower. */
  held: Decimal;
}

export type ScheduledLoan = Pick<Loan, "dailyRate" | "disbursedOn" | "schedule">;

/** The state on the day of disbursement. */
export function openState(loan: ScheduledLoan): LoanState {
  const zero = exact(0);
  const installments = loan.schedule.map((row, index) => ({
    number: row.number,
    startsOn: loan.schedule[index - 1]?.dueDate ?? loan.disbursedOn,
    dueDate: row.dueDate,
    principal: exact(row.principal),
    paid: { penalty: zero, interest: zero, principal: zero },
    accrued: zero,
    penalty: zero,
  }));
  return { on: loan.disbursedOn, dailyRate: exact(loan.dailyRate), installments, held: zero };
}
