/** What one yuan earns within an interest period. */
import type { Decimal } from "decimal.js";
import { addDays } from "../calendar/dates.ts";
import { countDays, type DayCount, yearFraction } from "../calendar/day-count.ts";
import { daysIn, equalPeriodsBetween, type Frequency, periodsPerYear } from "../calendar/frequency.ts";
import { exact } from "../money/money.ts";

/** Fractions: "0.0005" a day, "0.18" a year. */
export type Rate = { daily: string } | { annual: string };

/** `exclusive`: the first day counts and the last does not (算头不算尾); `inclusive`: both count. */
export const countings = ["exclusive", "inclusive"] as const;
export type Counting = (typeof countings)[number];

export interface InterestRule {
  rate: Rate;
  /** With a daily rate only its way of counting days matters. */
  dayCount: DayCount;
  counting: Counting;
  /** Equal months: every full period of this length bears the same share of the annual rate. */
  equalPeriods?: Frequency | undefined;
  /** The first periods bear no interest. */
  interestFreePeriods?: number | undefined;
}

export interface InterestPeriod {
  /** From 1. */
  number: number;
  startsOn: string;
  dueDate: string;
}

/** Days of a period up to `to`, which lies within it: in the first period one more when both ends count. */
export function daysCounted(
  rule: Pick<InterestRule, "counting" | "dayCount">,
  period: InterestPeriod,
  to: string,
): number {
  return countDays(rule.dayCount, period.startsOn, to) + (countsBothEnds(rule, period) ? 1 : 0);
}

const countsBothEnds = ({ counting }: Pick<InterestRule, "counting">, { number }: InterestPeriod): boolean =>
  counting === "inclusive" && number === 1;

/** Interest of one yuan from the period's start to `to`, which lies within it. */
export function interestFactor(rule: InterestRule, period: InterestPeriod, to: string): Decimal {
  if (to < period.startsOn || period.number <= (rule.interestFreePeriods ?? 0)) return exact(0);
  const { rate, dayCount, equalPeriods } = rule;
  if ("daily" in rate) return exact(rate.daily).times(daysCounted(rule, period, to));
  const extra = countsBothEnds(rule, period);
  const years = equalPeriods
    ? equalYears(equalPeriods, period.startsOn, to, extra)
    : yearFraction(dayCount, period.startsOn, to).plus(extra ? oneDay(dayCount, period.startsOn) : 0);
  return exact(rate.annual).times(years);
}

/** The share of a year that the first day counts for by itself, when the last one counts too. */
function oneDay(dayCount: DayCount, startsOn: string): Decimal {
  if (dayCount === "actual/actual") return yearFraction(dayCount, addDays(startsOn, -1), startsOn);
  return exact(1).div(dayCount === "actual/365" ? 365 : 360);
}

function equalYears(every: Frequency, from: string, to: string, extraDay: boolean): Decimal {
  const periods = equalPeriodsBetween(from, to, every).plus(extraDay ? exact(1).div(daysIn(every)) : 0);
  return periods.div(periodsPerYear(every));
}
