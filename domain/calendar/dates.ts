/**
 * Calendar arithmetic on "YYYY-MM-DD" strings. Due dates are Asia/Shanghai dates; China has kept UTC+8
 * without daylight saving since 1992, so the offset is a constant.
 */
const dayMs = 86_400_000;
const shanghaiOffsetMs = 8 * 3_600_000;

function isoDate(ms: number): string {
  const text = new Date(ms).toISOString();
  if (text.length !== 24) throw new RangeError("Dates end with the year 9999");
  return text.slice(0, 10);
}

/** True for a "YYYY-MM-DD" that the calendar has: "2026-02-30" is not one. */
export function isCalendarDate(text: string): boolean {
  return !Number.isNaN(midnight(text));
}

/** UTC midnight of a date in milliseconds, or NaN. */
function midnight(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return Number.NaN;
  const [year, month] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1];
  const at = new Date(Date.UTC(year, month, Number(text.slice(8))));
  // Date.UTC takes the years 0 to 99 for those of the twentieth century.
  return at.getUTCMonth() === month && at.getUTCFullYear() === year ? at.getTime() : Number.NaN;
}

function dayNumber(date: string): number {
  const ms = midnight(date);
  if (Number.isNaN(ms)) throw new RangeError(`Not a calendar date: ${date}`);
  return ms / dayMs;
}

/** The date in Shanghai at an instant (ISO 8601 with an offset or Z). */
export function shanghaiDate(instant: string): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${instant}`);
  return isoDate(ms + shanghaiOffsetMs);
}

/** The instant (ISO 8601, Z) at which a Shanghai clock shows `time` ("HH:mm") on `date`. */
export function startOfDayInShanghai(date: string, time = "00:00"): string {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!match) throw new RangeError(`Not a time of day: ${time}`);
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return new Date(dayNumber(date) * dayMs + minutes * 60_000 - shanghaiOffsetMs).toISOString();
}

export function addDays(date: string, days: number): string {
  return isoDate((dayNumber(date) + days) * dayMs);
}

/** Days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Day of the month, from 1. */
export function dayOfMonth(date: string): number {
  dayNumber(date);
  return Number(date.slice(8));
}

/** Days in the month that `date` lies in. */
export function daysInMonth(date: string): number {
  dayNumber(date);
  return new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate();
}

/**
 * The date `months` later, on `anchorDay` of that month, or on its last day where the month is shorter.
 * The anchor keeps a series on its day: 31 January, 29 February, 31 March.
 */
export function addMonths(date: string, months: number, anchorDay = dayOfMonth(date)): string {
  dayNumber(date);
  const first = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months, 1));
  const firstOfMonth = isoDate(first.getTime());
  return addDays(firstOfMonth, Math.min(anchorDay, daysInMonth(firstOfMonth)) - 1);
}
