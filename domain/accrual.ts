/**
 * Interest accrues by the day on principal that is not yet due; principal overdue bears the penalty instead,
 * from the day after its due date. Both are kept unrounded and rounded half up when they are asked for.
 */
import { Decimal } from "decimal.js";
import { daysBetween } from "./dates.ts";
import type { InstallmentState, LoanState } from "./loan-state.ts";
import { exact, round, sum } from "./money.ts";

/** 0.05 % a day on overdue principal, simple, never compounding: the seed's 逾期处置. */
export const penaltyDailyRate = "0.0005";

/** Brings interest and penalty forward to `date`; a date already passed changes nothing. */
export function accrueTo(state: LoanState, date: string): LoanState {
  if (date <= state.on) return state;
  const installments = state.installments.map((one, index) => ({
    ...one,
    accrued: one.accrued.plus(interestBetween(state, index, date)),
    penalty: one.penalty.plus(one.principal.times(penaltyDailyRate).times(lateDays(state.on, date, one))),
  }));
  return { ...state, on: date, installments };
}

/** Interest of a whole period as it stands: what is accrued and what the present balance will add. */
export function periodInterest(state: LoanState, one: InstallmentState): Decimal {
  const index = state.installments.indexOf(one);
  const whole = one.accrued.plus(interestBetween(state, index, one.dueDate));
  return Decimal.max(round(whole, 2, "half-up"), one.paid.interest);
}

/** Interest accrued and not paid, in cents. */
export function accruedInterest(one: InstallmentState): Decimal {
  return Decimal.max(round(one.accrued, 2, "half-up").minus(one.paid.interest), 0);
}

/** Penalty accrued and not paid, in cents. */
export function accruedPenalty(one: InstallmentState): Decimal {
  return Decimal.max(round(one.penalty, 2, "half-up").minus(one.paid.penalty), 0);
}

/** Days past due: the due date itself is day 0. */
export function lateDays(from: string, to: string, one: Pick<InstallmentState, "dueDate">): number {
  const start = from > one.dueDate ? from : one.dueDate;
  return to > start ? daysBetween(start, to) : 0;
}

function interestBetween(state: LoanState, index: number, to: string): Decimal {
  const one = state.installments[index];
  if (!one) return exact(0);
  const start = state.on > one.startsOn ? state.on : one.startsOn;
  const end = to < one.dueDate ? to : one.dueDate;
  if (end <= start) return exact(0);
  const bearing = sum(state.installments.slice(index).map(({ principal }) => principal));
  return bearing.times(state.dailyRate).times(daysBetween(start, end));
}
