/**
 * "Why is it this amount?": the interest and the penalty of an installment, stretch by stretch, each with the principal
 * that bore it. The stretches come out of the replay itself, so that they add up to what it charges.
 */
import type { Decimal } from "decimal.js";
import { daysBetween } from "../calendar/dates.ts";
import { exact, sum } from "../money/money.ts";
import { roundBy } from "../money/rounding-rule.ts";
import { accountOf } from "./account.ts";
import { lateDays, penalised } from "./accrual.ts";
import type { Loan } from "./loan-facts.ts";
import { principalToCome } from "./principal-to-come.ts";
import { replay } from "./replay.ts";

/** principal x rate x days = amount. */
export interface AccrualLine {
  from: string;
  to: string;
  days: number;
  /** Yuan. */
  principal: string;
  /** A day, a fraction. */
  rate: string;
  /** Yuan, unrounded. */
  amount: string;
}

export interface Accrued {
  installment: number;
  lines: AccrualLine[];
  /** The sum of the lines, rounded once as the loan rounds: yuan, two decimals. */
  rounded: string;
}

interface Stretch {
  from: string;
  to: string;
}

/** A day on which money came begins a new stretch: its principal bears nothing from there on. */
function stretches(loan: Loan, { from, to }: Stretch): Stretch[] {
  const days = loan.repayments.map(({ valueDate }) => valueDate).filter((day) => day > from && day < to);
  const cuts = [from, ...new Set(days.toSorted()), to];
  return cuts.slice(1).map((end, index) => ({ from: cuts[index] ?? from, to: end }));
}

function accrued(loan: Loan, installment: number, lines: readonly AccrualLine[]): Accrued {
  const bearing = lines.filter(({ amount }) => !exact(amount).isZero());
  const { rounding } = accountOf(loan);
  return {
    installment,
    lines: bearing,
    rounded: roundBy(sum(bearing.map(({ amount }) => amount)), rounding).toFixed(2),
  };
}

function line(stretch: Stretch, days: number, principal: Decimal, rate: string): AccrualLine {
  return {
    ...stretch,
    days,
    principal: principal.toFixed(2),
    rate,
    amount: principal.times(rate).times(days).toFixed(),
  };
}

/** What an installment collects of interest up to `until`, its due date at the latest. A first day counts, a last one does not. */
export function interestLines(loan: Loan, installment: number, until: string): Accrued {
  const account = accountOf(loan);
  const due = loan.schedule[installment - 1]?.dueDate ?? loan.disbursedOn;
  const from = loan.schedule[installment - 2]?.dueDate ?? loan.disbursedOn;
  const to = until < due ? until : due;
  if (to <= from) return accrued(loan, installment, []);
  const lines = stretches(loan, { from, to }).map((one) =>
    line(one, daysBetween(one.from, one.to), principalToCome(replay(account, one.from)), loan.dailyRate),
  );
  return accrued(loan, installment, lines);
}

/** What an installment overdue at the end of `on` has borne of penalty; none before. */
export function penaltyLines(loan: Loan, installment: number, on: string): Accrued {
  const account = accountOf(loan);
  const { penalty } = account.rules;
  const due = loan.schedule[installment - 1]?.dueDate ?? on;
  if (on <= due) return accrued(loan, installment, []);
  const lines = stretches(loan, { from: due, to: on }).map((one) => {
    const state = replay(account, one.from);
    const overdue = state.installments[installment - 1];
    const days = lateDays(penalty, due, one.to) - lateDays(penalty, due, one.from);
    return line(one, days, overdue ? penalised(state, overdue) : exact(0), penalty.dailyRate);
  });
  return accrued(loan, installment, lines);
}
