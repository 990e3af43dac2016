/** Working days by a calendar that the caller brings: holidays and make-up workdays are decided every year. */
import { addDays } from "./dates.ts";

export type IsWorkingDay = (date: string) => boolean;

/** The n-th working day after `date`; throws RangeError when a year has no working day. */
export function addWorkingDays(date: string, count: number, isWorkingDay: IsWorkingDay): string {
  let day = date;
  for (let left = count; left > 0; left -= 1) day = nextWorkingDay(addDays(day, 1), isWorkingDay);
  return day;
}

/** `date` itself when it is a working day, else the next one. */
export function nextWorkingDay(date: string, isWorkingDay: IsWorkingDay): string {
  for (let ahead = 0; ahead <= 366; ahead += 1) {
    const day = addDays(date, ahead);
    if (isWorkingDay(day)) return day;
  }
  throw new RangeError("The calendar has no working day in a year");
}
