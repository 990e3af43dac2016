/**
 * Working days in mainland China: weekends and public holidays are off, make-up workdays are on (library
 * chinese-days, from the State Council's yearly notices; a year not yet announced counts Monday to Friday).
 */
import chineseDays from "chinese-days";
import { addDays } from "../domain/dates.ts";

/** Noon keeps the date the same whatever the computer's time zone. */
export function isWorkingDay(date: string): boolean {
  return chineseDays.isWorkday(`${date}T12:00:00`);
}

/** The date `days` working days after `date` (YYYY-MM-DD); `date` itself never counts. */
export function addWorkingDays(date: string, days: number): string {
  let current = date;
  for (let left = days; left > 0; ) {
    current = addDays(current, 1);
    if (isWorkingDay(current)) left -= 1;
  }
  return current;
}
