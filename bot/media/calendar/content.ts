/** What the calendar's content comes to: sums, the months that are drawn, and what stands on each day. */
import { addDays, addMonths, daysInMonth, shanghaiDate } from "../../../domain/calendar/dates.ts";
import { addYuan } from "../../../domain/money/money.ts";
import type { CalendarContent, CalendarDue } from "../../messages.ts";

/** Months drawn at most. */
const mostMonths = 3;

export interface Sum {
  count: number;
  /** Yuan, two decimals. */
  amount: string;
}

export const sumOf = (dues: readonly CalendarDue[]): Sum => ({
  count: dues.length,
  amount: addYuan(dues.map(({ amount }) => amount)),
});

/** The day in Shanghai as of which the figures stand. */
export const dayOf = ({ at }: Pick<CalendarContent, "at">): string => shanghaiDate(at);

export const unpaid = (dues: readonly CalendarDue[]): CalendarDue[] =>
  dues.filter(({ status }) => status !== "settled");

/** Paid, or left without anything by a prepayment. */
export const notDueAnyMore = ({ dues, dropped = [] }: CalendarContent): CalendarDue[] => [
  ...dues.filter(({ status }) => status === "settled"),
  ...dropped,
];

export const overdue = (dues: readonly CalendarDue[]): CalendarDue[] =>
  dues.filter(({ status }) => status === "overdue");

export const monthOf = (date: string): string => date.slice(0, 7);

/**
 * "2026-03" and so on: from this month, or from the last one where something in it is overdue, as far as there is
 * something to pay, three at most.
 */
export function drawnMonths(content: Pick<CalendarContent, "at" | "dues">): string[] {
  const today = dayOf(content);
  const lastMonth = monthOf(addMonths(today, -1));
  const begins = overdue(content.dues).some(({ date }) => monthOf(date) === lastMonth) ? -1 : 0;
  const months = Array.from({ length: mostMonths }, (_, index) => monthOf(addMonths(today, begins + index)));
  const ends = monthOf(unpaid(content.dues).at(-1)?.date ?? today);
  return months.filter((month) => month <= monthOf(today) || month <= ends);
}

/** The days of a month in weeks from Monday; undefined where a week reaches into another month. */
export function weeksOf(month: string): (string | undefined)[][] {
  const first = `${month}-01`;
  const lead = weekdayOf(first);
  const days = Array.from({ length: daysInMonth(first) }, (_, index) => addDays(first, index));
  const cells = [...Array.from({ length: lead }, () => undefined), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => cells[week * 7 + day]),
  );
}

/** 0 is Monday. */
export const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** What the dues of one day come to: what is still to pay comes before what is paid. */
export interface DayMark extends Sum {
  status: CalendarDue["status"];
}

const pressing: readonly CalendarDue["status"][] = ["overdue", "due", "upcoming", "settled"];

export function markOf(dues: readonly CalendarDue[], date: string): DayMark | undefined {
  const onDay = dues.filter((due) => due.date === date);
  const status = pressing.find((one) => onDay.some((due) => due.status === one));
  if (status === undefined) return undefined;
  return { status, ...sumOf(status === "settled" ? onDay : unpaid(onDay)) };
}
