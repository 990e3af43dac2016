/** What one yuan earns within an interest period. */
import type { Decimal } from "decimal.js";
import { addDays } from "./dates.ts";
import { countDays, type DayCount, yearFraction } from "./day-count.ts";
import { equalPeriodsBetween, type Frequency, periodsPerYear } from "./frequency.ts";
import { exact } from "./money.ts";

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

/** Where the counting of a period's days starts: a day early for the first one when both ends count. */
export function countedFrom(rule: Pick<InterestRule, "counting">, period: InterestPeriod): string {
  return rule.counting === "inclusive" && period.number === 1
    ? addDays(period.startsOn, -1)
    : period.startsOn;
}

/** Interest of one yuan from the period's start to `to`, which lies within it. */
export function interestFactor(rule: InterestRule, period: InterestPeriod, to: string): Decimal {
  if (to < period.startsOn || period.number <= (rule.interestFreePeriods ?? 0)) return exact(0);
  const from = countedFrom(rule, period);
  const { rate, dayCount, equalPeriods } = rule;
  if ("daily" in rate) return exact(rate.daily).times(countDays(dayCount, from, to));
  if (!equalPeriods) return exact(rate.annual).times(yearFraction(dayCount, from, to));
  const periods = equalPeriodsBetween(from, to, equalPeriods);
  return exact(rate.annual).div(periodsPerYear(equalPeriods)).times(periods);
}
