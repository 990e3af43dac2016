/** What the life of a loan turns on, at the end of a date: how late it is, what is due, what comes next. */
import { daysBetween } from "../calendar/dates.ts";
import type { LoanPosition } from "./loan-position.ts";

/** How many days ahead of its day an installment is told of, where nobody chose otherwise. */
export const DEFAULT_DAYS_BEFORE = 3;

export interface DueStatus {
  settled: boolean;
  /** Of the oldest overdue installment; the due date is day 0. */
  daysPastDue: number;
  dueToday: boolean;
  /** Days to the next installment to come; absent when none is left. */
  daysToNextDue?: number | undefined;
}

export function dueStatusOf({ settled, daysPastDue, dueToday, nextDue, on }: LoanPosition): DueStatus {
  return {
    settled,
    daysPastDue,
    dueToday: dueToday.total !== "0.00",
    ...(nextDue && { daysToNextDue: daysBetween(on, nextDue.dueDate) }),
  };
}
