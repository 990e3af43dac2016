/** Unit periods of Regulation Z (12 CFR 1026, Appendix J(b)(4) and (5)): how long one is, and how many lie between dates. */
import type { Decimal } from "decimal.js";
import { exact } from "../money/money.ts";
import { addMonths, daysBetween } from "./dates.ts";
import { type Frequency, periodsBetween, periodsPerYear, wholeMonths } from "./frequency.ts";

export interface UnitPeriod {
  perYear: Decimal;
  /** Whole unit periods between two dates, and the fraction of one that is left, from 0 to 1. */
  between(from: string, to: string): { whole: number; fraction: Decimal };
}

/** Of payments of this frequency: their period, but at most a year (b)(4)(i). */
export function unitPeriodOf(frequency: Frequency): UnitPeriod {
  if (!periodsPerYear(frequency).greaterThan(1)) return year;
  return {
    perYear: periodsPerYear(frequency),
    between: (from, to) => periodsBetween(from, to, frequency),
  };
}

/**
 * Of a single advance with a single payment: the whole term, but at most a year (b)(4)(ii). A term of whole months
 * goes into twelve, any other one into 365 days (b)(5)(vi), (vii).
 */
export function unitPeriodOfTerm(advancedOn: string, paidOn: string): UnitPeriod {
  const { months, days } = monthsAndDays(advancedOn, paidOn);
  if (months >= 12) return year;
  const perYear = days === 0 ? exact(12).div(months) : exact(365).div(daysBetween(advancedOn, paidOn));
  return { perYear, between: (from, to) => ({ whole: from < to ? 1 : 0, fraction: exact(0) }) };
}

/**
 * Whole years are counted back from the later date. What is left counts as twelfths where it is whole months, and
 * otherwise by its days of 365 (b)(5)(v).
 */
const year: UnitPeriod = {
  perYear: exact(1),
  between: (from, to) => {
    const { months, days } = monthsAndDays(from, to);
    const whole = Math.floor(months / 12);
    if (days === 0) return { whole, fraction: exact(months % 12).div(12) };
    return { whole, fraction: exact(daysBetween(from, addMonths(to, -12 * whole))).div(365) };
  },
};

/** From a month's last days to the end of a shorter month is a whole one. */
function monthsAndDays(from: string, to: string): { months: number; days: number } {
  const { months, back } = wholeMonths(from, to);
  if (addMonths(from, months + 1) === to) return { months: months + 1, days: 0 };
  return { months, days: daysBetween(from, back) };
}
