/**
 * Interest accrues by the loan's own rule on principal that is not yet due; principal overdue bears the
 * penalty instead. Both are kept unrounded, and rounded when they are asked for.
 */
import { Decimal } from "decimal.js";
import { addDays, daysBetween } from "../calendar/dates.ts";
import { exact } from "../money/money.ts";
import { roundBy } from "../money/rounding-rule.ts";
import type { PenaltyRule } from "../product/conventions.ts";
import { interestFactor } from "../product/interest-rule.ts";
import type { InstallmentState, LoanState } from "./loan-state.ts";
import { principalToCome } from "./principal-to-come.ts";

/** Brings interest and penalty forward to the end of `date`; a date already passed changes nothing. */
export function accrueTo(state: LoanState, date: string): LoanState {
  const dueBefore = state.installments
    .map(({ dueDate }) => dueDate)
    .filter((due) => due > state.on && due < date);
  return [...dueBefore, date].reduce(accrueWithinPeriod, state);
}

/** One step, within which no installment falls due. */
function accrueWithinPeriod(state: LoanState, date: string): LoanState {
  if (date <= state.on) return state;
  const { interest, rules } = state.account;
  const running = state.installments.find(({ dueDate }) => dueDate > state.on);
  const factor = running
    ? interestFactor(interest, running, date).minus(interestFactor(interest, running, state.on))
    : exact(0);
  const earned = factor.times(principalToCome(state));
  const collectedBy = collectorOf(state, running?.number ?? 0);
  const installments = state.installments.map((one) => {
    const late = lateDays(rules.penalty, one.dueDate, date) - lateDays(rules.penalty, one.dueDate, state.on);
    const overdue = late > 0 ? penalised(state, one) : exact(0);
    if (one.number !== collectedBy && overdue.isZero()) return one;
    return {
      ...one,
      accrued: one.number === collectedBy ? one.accrued.plus(earned) : one.accrued,
      penalty: one.penalty.plus(overdue.times(rules.penalty.dailyRate).times(late)),
    };
  });
  return { ...state, on: date, installments };
}

/** The installment that collects a period's interest: its own, or the first one after the grace on interest. */
function collectorOf({ account, installments }: LoanState, period: number): number {
  return Math.max(period, Math.min(account.interestGrace + 1, installments.length));
}

/**
 * The state with each installment's interest of its whole period, as it will be when nothing is prepaid and
 * everything is paid on its day.
 */
export function projected(state: LoanState): LoanState {
  const { interest } = state.account;
  const accrued = state.installments.map((one) => one.accrued);
  let bearing = principalToCome(state);
  let from = state.on;
  for (const one of state.installments) {
    if (one.dueDate <= state.on) continue;
    const factor = interestFactor(interest, one, one.dueDate).minus(interestFactor(interest, one, from));
    const collector = collectorOf(state, one.number) - 1;
    accrued[collector] = factor.times(bearing).plus(accrued[collector] ?? 0);
    bearing = bearing.minus(one.principal);
    from = one.dueDate;
  }
  const installments = state.installments.map((one, index) => ({
    ...one,
    accrued: accrued[index] ?? one.accrued,
  }));
  return { ...state, installments };
}

/** Interest that an installment collects, given what it has accrued; never less than what was paid of it. */
export function interestOf(state: LoanState, one: InstallmentState): Decimal {
  return Decimal.max(roundBy(one.accrued, state.account.rounding), one.paid.interest);
}

/** Interest accrued and not paid. */
export function interestOwed(state: LoanState, one: InstallmentState): Decimal {
  return interestOf(state, one).minus(one.paid.interest);
}

/** Penalty accrued and not paid; none while the installment is within its days of grace. */
export function penaltyOwed(state: LoanState, one: InstallmentState): Decimal {
  const { graceDays, cap } = state.account.rules.penalty;
  if (daysPastDue(one.dueDate, state.on) <= graceDays) return exact(0);
  const accrued = roundBy(one.penalty, state.account.rounding);
  const most = cap === undefined ? accrued : one.principal.plus(one.paid.principal).times(cap);
  return Decimal.max(Decimal.min(accrued, roundBy(most, state.account.rounding)).minus(one.paid.penalty), 0);
}

/** What bears the penalty of an installment, from its due date on. */
export function penalised(state: LoanState, one: InstallmentState): Decimal {
  const withInterest = state.account.rules.penalty.base === "principal-and-interest";
  return withInterest ? one.principal.plus(interestOwed(state, one)) : one.principal;
}

/** The due date is day 0; 0 as well before it. */
export function daysPastDue(dueDate: string, on: string): number {
  return on > dueDate ? daysBetween(dueDate, on) : 0;
}

/** Days of penalty from the rule's start to the end of `on`. */
export function lateDays(rule: PenaltyRule, dueDate: string, on: string): number {
  const start = rule.startsFrom === "grace-end" ? addDays(dueDate, rule.graceDays) : dueDate;
  if (on <= start) return 0;
  const days = daysBetween(start, on);
  return rule.counting === "inclusive" ? days + 1 : days;
}
