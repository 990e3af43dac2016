/**
 * Working days in mainland China: weekends and public holidays are off, make-up workdays are on (the tables of the
 * library chinese-days, from the State Council's yearly notices). Of a year that is not announced yet only the days off
 * that the law itself names are known, and not to which days around them they are stretched.
 */
import calendar from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { addDays } from "../domain/calendar/dates.ts";

const workdays: Record<string, string> = calendar.workdays;
const holidays: Record<string, string> = calendar.holidays;
const announcedYears: ReadonlySet<string> = new Set(Object.keys(holidays).map(yearOf));

function yearOf(date: string): string {
  return date.slice(0, 4);
}

/** Whether the days off and the make-up workdays of the year of a date YYYY-MM-DD have been announced. */
export function isAnnounced(date: string): boolean {
  return announcedYears.has(yearOf(date));
}

/**
 * Of a date YYYY-MM-DD. The library's own functions, those of the lunar calendar too, read a date in the computer's time
 * zone and are a day off west of Greenwich: its tables are read here without them.
 */
export function isWorkingDay(date: string): boolean {
  if (date in workdays) return true;
  if (date in holidays) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday < 1 || weekday > 5) return false;
  return isAnnounced(date) || !statutoryDaysOff(Number(yearOf(date))).has(date);
}

const daysOff = new Map<number, ReadonlySet<string>>();

function statutoryDaysOff(year: number): ReadonlySet<string> {
  const known = daysOff.get(year);
  if (known) return known;
  const found = new Set(daysOffByLaw(year));
  daysOff.set(year, found);
  return found;
}

/**
 * 《全国年节及纪念日放假办法》, article 2, as in force since 1 January 2025: New Year 1 day, Spring Festival 4 (its eve and
 * the first three), Qingming 1, Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National Day 3.
 */
function daysOffByLaw(year: number): string[] {
  const lunar = lunarDays(year);
  return [
    ...["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"].map((day) => `${year}-${day}`),
    ...[-1, 0, 1, 2].map((days) => addDays(lunar("1/1"), days)),
    `${year}-04-0${qingming(year)}`,
    lunar("5/5"),
    lunar("8/15"),
  ];
}

const lunarCalendar = new Intl.DateTimeFormat("en-u-ca-chinese", {
  month: "numeric",
  day: "numeric",
  timeZone: "UTC",
});

/** The days of a year by those of the lunar calendar, "8/15"; a leap month's days are written otherwise. */
function lunarDays(year: number): (monthAndDay: string) => string {
  const days = Array.from({ length: 366 }, (_, ahead) => addDays(`${year}-01-01`, ahead));
  const byLunar = new Map(days.map((day) => [lunarMonthAndDay(day), day]));
  return (monthAndDay) => {
    const found = byLunar.get(monthAndDay);
    if (found === undefined) throw new RangeError(`${year} has no day ${monthAndDay} of the lunar calendar`);
    return found;
  };
}

function lunarMonthAndDay(date: string): string {
  const parts = lunarCalendar.formatToParts(new Date(`${date}T00:00:00Z`));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("month")}/${part("day")}`;
}

/** The day of April on which the solar term 清明 begins, by the usual formula for the 21st and the 22nd century. */
function qingming(year: number): number {
  const inCentury = year % 100;
  return Math.floor(inCentury * 0.2422 + (year < 2100 ? 4.81 : 5.59)) - Math.floor(inCentury / 4);
}
