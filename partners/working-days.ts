/**
 * Working days in mainland China: weekends and public holidays are off, make-up workdays are on (the tables of the
 * library chinese-days, from the State Council's yearly notices; a year not yet announced counts Monday to Friday).
 */
import calendar from "chinese-days/dist/chinese-days.json" with { type: "json" };

const workdays: Record<string, string> = calendar.workdays;
const holidays: Record<string, string> = calendar.holidays;

/**
 * Of a date YYYY-MM-DD. The library's own isWorkday reads a date in the computer's time zone and is a day off west of
 * Greenwich: its tables are read here without it.
 */
export function isWorkingDay(date: string): boolean {
  if (date in workdays) return true;
  if (date in holidays) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}
