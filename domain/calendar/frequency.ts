/** How often installments fall due, and how many of its periods lie between two dates. */
import type { Decimal } from "decimal.js";
import { exact } from "../money/money.ts";
import { addDays, addMonths, dayOfMonth, daysBetween, daysInMonth } from "./dates.ts";

export interface Frequency {
  every: number;
  /** Half a month falls on two days of each month, fifteen apart: the 1st and the 16th, the 15th and the 30th. */
  unit: "month" | "half-month" | "week" | "day";
}

const monthly: Frequency = { every: 1, unit: "month" };

export interface DueDatePlan {
  disbursedOn: string;
  frequency: Frequency;
  count: number;
  /** The first due date, when the first period is of odd length. */
  firstDueOn?: string | undefined;
  /** Day of the month, 1 to 31, when it is not that of the first due date (31 for month ends). */
  dayOfMonth?: number | undefined;
}

/** The due dates, the first one period after the disbursement unless it is given. */
export function dueDatesOf(plan: DueDatePlan): string[] {
  const { disbursedOn, frequency, count } = plan;
  const anchor = plan.dayOfMonth ?? dayOfMonth(plan.firstDueOn ?? disbursedOn);
  const first = plan.firstDueOn ?? shift(disbursedOn, frequency, 1, anchor);
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? first : shift(first, frequency, index, anchor),
  );
}

/** Monthly due dates on the day of the month of `from`, or on the month's last day where it is shorter. */
export function monthlyDueDates(from: string, count: number): string[] {
  return dueDatesOf({ disbursedOn: from, frequency: monthly, count });
}

/** 12 for monthly, 24 for twice a month, 52 for weekly, 365 / n for every n days. */
export function periodsPerYear(frequency: Frequency): Decimal {
  const inYear = { month: 12, "half-month": 24, week: 52, day: 365 }[frequency.unit];
  return exact(inYear).div(frequency.every);
}

/** Days of a period whose months have thirty. */
export function daysIn({ every, unit }: Frequency): number {
  return every * { month: 30, "half-month": 15, week: 7, day: 1 }[unit];
}

/**
 * Periods between two dates as Regulation Z counts them (Appendix J(b)(5)): months are counted back from the
 * later date, and the days left over are thirtieths of a month, or fifteenths of half a one. From a month's last days
 * to the end of a shorter month is a whole one. Weeks and days are counted in days.
 */
export function periodsBetween(
  from: string,
  to: string,
  frequency: Frequency,
): { whole: number; fraction: Decimal } {
  const inMonths = frequency.unit === "month" || frequency.unit === "half-month";
  const days = inMonths ? months30(from, to) : daysBetween(from, to);
  const length = daysIn(frequency);
  return { whole: Math.floor(days / length), fraction: exact(days % length).div(length) };
}

/**
 * The same as a number, for periods that are to be equal: from one of the two days of a month to the other is half a
 * month, whatever its length.
 */
export function equalPeriodsBetween(from: string, to: string, frequency: Frequency): Decimal {
  const { whole, fraction } = periodsBetween(from, to, frequency);
  if (frequency.unit !== "half-month") return fraction.plus(whole);
  const { months, back } = wholeMonths(from, to);
  return isHalfMonth(from, back) ? exact(2 * months + 1).div(frequency.every) : fraction.plus(whole);
}

/** Whole months back from `to` as thirty days each, and the days left over. */
function months30(from: string, to: string): number {
  const { months, back } = wholeMonths(from, to);
  if (addMonths(from, months + 1) === to) return (months + 1) * 30;
  return months * 30 + Math.min(daysBetween(from, back), 30);
}

/** Whole months back from `to`, and the date at which they end. */
export function wholeMonths(from: string, to: string): { months: number; back: string } {
  let months = 0;
  while (addMonths(to, -(months + 1)) >= from) months += 1;
  return { months, back: addMonths(to, -months) };
}

/** True from the 1st to the 16th or the 16th to the next 1st, and so for any two days fifteen apart. */
function isHalfMonth(from: string, to: string): boolean {
  const [early, late] = from.slice(0, 7) === to.slice(0, 7) ? [from, to] : [to, from];
  const day = Math.min(dayOfMonth(early) + 15, daysInMonth(late));
  return dayOfMonth(early) <= 16 && day === dayOfMonth(late);
}

function shift(date: string, { every, unit }: Frequency, periods: number, anchorDay: number): string {
  if (unit === "month") return addMonths(date, every * periods, anchorDay);
  if (unit === "half-month") return addHalfMonths(date, every * periods, anchorDay);
  return addDays(date, every * periods * (unit === "week" ? 7 : 1));
}

/** `day` is one of the two in each month, the other is fifteen days before or after it. */
function addHalfMonths(date: string, halves: number, day: number): string {
  const early = day > 15 ? day - 15 : day;
  const from = dayOfMonth(date) > early ? 1 : 0;
  const months = Math.floor((from + halves) / 2);
  return addMonths(date, months, (from + halves) % 2 === 0 ? early : early + 15);
}
