/** Instants as testers write and read them: Shanghai's time, whatever zone the process or the browser is in. */
import { z } from "zod";
import { isCalendarDate } from "../domain/calendar/dates.ts";

const offsetMinutes = 8 * 60;

const written =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3})\d*)?)?\s*(?:(Z)|([+-])([01]\d|2[0-3]):?([0-5]\d))?)?$/i;

/**
 * The instant (ISO 8601, UTC) of "2016-03-13 10:00", which is Shanghai's time; of "2016-03-13", where that day begins
 * there; of "2016-03-13T02:00:00Z" or one with another offset, as it says. undefined: it is none of these.
 */
export function readInstant(text: string): string | undefined {
  const [
    whole,
    date = "",
    hour = "0",
    minute = "0",
    second = "0",
    fraction = "0",
    utc,
    sign,
    hours,
    minutes,
  ] = written.exec(text.trim()) ?? [];
  if (whole === undefined || !isCalendarDate(date)) return undefined;
  const own = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  const offset = utc ? 0 : sign ? (sign === "-" ? -own : own) : offsetMinutes;
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const ms = Date.UTC(year, month - 1, day, Number(hour), Number(minute) - offset, Number(second));
  return new Date(ms + Number(fraction.padEnd(3, "0"))).toISOString();
}

/** "2016-03-13T10:00:00+08:00". */
export const shanghaiTime = (instant: string): string =>
  `${new Date(Date.parse(instant) + offsetMinutes * 60_000).toISOString().slice(0, 19)}+08:00`;

const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** As JSON.stringify's replacer: whatever is an instant is told in Shanghai's time. */
export const toldInShanghai = (_: string, value: unknown): unknown =>
  typeof value === "string" && isInstant.test(value) ? shanghaiTime(value) : value;

/** A field for an instant, written as `readInstant` reads it. */
export const instantField = z.stringFormat("datetime", (text) => readInstant(text) !== undefined);
