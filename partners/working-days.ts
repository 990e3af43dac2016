/**
 * Working days in mainland China: weekends and public holidays are off, make-up workdays are on (library
 * chinese-days, from the State Council's yearly notices; a year not yet announced counts Monday to Friday).
 */
import chineseDays from "chinese-days";

/** Of a date YYYY-MM-DD. */
export function isWorkingDay(date: string): boolean {
  // Noon keeps the date the same whatever the computer's time zone.
  return chineseDays.isWorkday(`${date}T12:00:00`);
}
