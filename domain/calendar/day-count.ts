/** How days become a share of a year. */
import type { Decimal } from "decimal.js";
import { exact } from "../money/money.ts";
import { dayOfMonth, daysBetween, daysInMonth } from "./dates.ts";

/**
 * - `actual/365`, `actual/360`: calendar days over a fixed year;
 * - `actual/actual`: days of each calendar year over that year's length (ISDA 2006, 4.16(b));
 * - `30/360`: months of thirty days, US rule (ISDA 4.16(f), bond basis);
 * - `30E/360`: the European rule (ISDA 4.16(g)).
 */
export const dayCounts = ["actual/365", "actual/360", "actual/actual", "30/360", "30E/360"] as const;
export type DayCount = (typeof dayCounts)[number];

/** Days from `from` to `to`, the first counted and the last not. */
export function countDays(dayCount: DayCount, from: string, to: string): number {
  if (dayCount === "30/360") return days360(from, to, false);
  if (dayCount === "30E/360") return days360(from, to, true);
  return daysBetween(from, to);
}

/** The share of a year from `from` to `to`. */
export function yearFraction(dayCount: DayCount, from: string, to: string): Decimal {
  if (dayCount === "actual/actual") return actualYears(from, to);
  return exact(countDays(dayCount, from, to)).div(dayCount === "actual/365" ? 365 : 360);
}

/**
 * US: a last day of 31 counts as 30 only after a first day of 30 or 31. European: every 31 counts as 30.
 * Neither moves the end of February.
 */
function days360(from: string, to: string, european: boolean): number {
  const first = Math.min(dayOfMonth(from), 30);
  const last = european || first === 30 ? Math.min(dayOfMonth(to), 30) : dayOfMonth(to);
  return (yearOf(to) - yearOf(from)) * 360 + (monthOf(to) - monthOf(from)) * 30 + (last - first);
}

function actualYears(from: string, to: string): Decimal {
  let total = exact(0);
  for (let start = from; start < to; ) {
    const newYear = `${String(yearOf(start) + 1).padStart(4, "0")}-01-01`;
    const end = newYear < to ? newYear : to;
    const length = daysInMonth(`${start.slice(0, 4)}-02-01`) === 29 ? 366 : 365;
    total = total.plus(exact(daysBetween(start, end)).div(length));
    start = end;
  }
  return total;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function monthOf(date: string): number {
  return Number(date.slice(5, 7));
}
