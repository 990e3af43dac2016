/** A loan in the middle of a replay: amounts exact, in yuan, up to a date. */
import type { Decimal } from "decimal.js";
import { addDays } from "../calendar/dates.ts";
import { exact } from "../money/money.ts";
import type { InterestPeriod } from "../product/interest-rule.ts";
import { periodsOf } from "../schedule/schedule.ts";
import type { LoanAccount } from "./account.ts";

export interface PaidSoFar {
  penalty: Decimal;
  interest: Decimal;
  principal: Decimal;
}

export interface InstallmentState extends InterestPeriod {
  /** Principal still to be paid with this installment. */
  principal: Decimal;
  paid: PaidSoFar;
  /** Interest that this installment collects, earned up to the state's date, unrounded. */
  accrued: Decimal;
  /** Penalty earned up to the state's date, unrounded. */
  penalty: Decimal;
}

export interface LoanState {
  account: LoanAccount;
  /** The date up to which interest and penalty are accrued. */
  on: string;
  installments: InstallmentState[];
  /** Money received beyond what was owed, held for the borrower; negative when too much was refunded. */
  held: Decimal;
}

/** The state on the eve of the disbursement, when nothing has accrued. */
export function openState(account: LoanAccount): LoanState {
  const zero = exact(0);
  const periods = periodsOf(
    account.disbursedOn,
    account.schedule.map(({ dueDate }) => dueDate),
  );
  const installments = periods.map((period, index) => ({
    ...period,
    principal: exact(account.schedule[index]?.principal ?? 0),
    paid: { penalty: zero, interest: zero, principal: zero },
    accrued: zero,
    penalty: zero,
  }));
  return { account, on: addDays(account.disbursedOn, -1), installments, held: zero };
}
