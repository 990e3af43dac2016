/** When a borrower wants to hear of it again: "下午", "两小时后", "tomorrow morning". */
import { addDays, shanghaiDate } from "../../../domain/calendar/dates.ts";
import { readNumeral } from "../../reading/quantities/read-numeral.ts";
import type { Reading } from "../../reading/reading.ts";
import { readClockTime } from "./clock-time.ts";

const figure = "\\d{1,3}(?:\\.\\d+)?|[一二两三四五六七八九十半]{1,3}|an?|half an|one|two|three|four|five|six";
const minutesSaid = new RegExp(`(?<n>${figure}) ?(?:分钟|分(?!期)|minutes?|mins?)(?![a-z])`);
/** 一个半小时, "an hour and a half". */
const hoursSaid = new RegExp(
  `(?<n>${figure}) ?个?(?<half>半)?(?:小时|钟头|hours?|hrs?)(?![a-z])(?<more>半| and a half)?`,
);
const later = /晚[点些]|等(?:一?会|下)|过(?:一?会|阵子)|稍[后晚]|待会|回头|\blater\b|in a (?:bit|while)/;
const laterMinutes = 120;

const days: readonly (readonly [RegExp, number])[] = [
  [/大后天/, 3],
  [/后天|day after tomorrow/, 2],
  [/明[天早晚]|tomorrow/, 1],
  [/今[天早晚]|today|tonight|this (?:morning|afternoon|evening)/, 0],
  [/下周(?![一二三四五六日天])|下个?星期(?![一二三四五六日天])|next week/, 7],
];
const someDays = /(?<n>\d{1,2}|[一二两三四五六七八九十]+) ?天(?:之?后|以后)?|in (?<m>\d{1,2}|[a-z]+) days?/;
const someWeeks =
  /(?<n>\d{1,2}|[一二两三四五六七八九十]+) ?个?(?:周|星期|礼拜)(?:之?后|以后)|in (?<m>an?|\d{1,2}|[a-z]+) weeks?/;

const usualTime = "09:00";

type SaidWhen = Pick<Reading, "text" | "quantities">;

/** "2016-03-10T15:00", Asia/Shanghai; undefined where no time is named. Half of anything is read as half. */
export function readSnoozeTime({ text, quantities }: SaidWhen, now: string): string | undefined {
  const minutes = minutesAhead(text);
  if (minutes !== undefined) return wallClock(new Date(Date.parse(now) + minutes * 60_000).toISOString());
  const today = shanghaiDate(now);
  const date = dateOf(text, today) ?? namedDay(quantities);
  const time = readClockTime(text);
  if (date === undefined && time === undefined) return undefined;
  const candidates = (time?.candidates ?? [usualTime]).map((one) => `${date ?? today}T${one}`);
  const coming = candidates.find((one) => one > wallClock(now));
  if (coming !== undefined || date !== undefined) return coming ?? candidates[0];
  return `${addDays(today, 1)}T${time?.candidates[0] ?? usualTime}`;
}

function minutesAhead(text: string): number | undefined {
  const hours = hoursSaid.exec(text);
  const whole = countOf(hours?.groups?.["n"] ?? "");
  const rest = hours === null ? text : text.slice(hours.index + hours[0].length);
  const minutes = countOf(minutesSaid.exec(rest)?.groups?.["n"] ?? "");
  if (!Number.isNaN(whole)) {
    const half = hours?.groups?.["half"] ?? hours?.groups?.["more"];
    return Math.round(whole * 60) + (half === undefined ? 0 : 30) + (Number.isNaN(minutes) ? 0 : minutes);
  }
  if (!Number.isNaN(minutes)) return Math.round(minutes);
  return later.test(text) && !/\d|[一二两三四五六七八九十]点|明|后天|tomorrow/.test(text)
    ? laterMinutes
    : undefined;
}

const words = ["", "one", "two", "three", "four", "five", "six"];

function countOf(text: string): number {
  if (text === "半" || text === "half an") return 0.5;
  if (text === "a" || text === "an") return 1;
  const word = words.indexOf(text);
  return word > 0 ? word : (readNumeral(text)?.toNumber() ?? Number.NaN);
}

const namedDay = (quantities: SaidWhen["quantities"]): string | undefined =>
  quantities.flatMap((one) => (one.kind === "date" ? (one.on ?? []) : []))[0];

function dateOf(text: string, today: string): string | undefined {
  const near = days.find(([pattern]) => pattern.test(text));
  if (near) return addDays(today, near[1]);
  const groups = someDays.exec(text)?.groups;
  const count = groups && countOf(groups["n"] ?? groups["m"] ?? "");
  if (count !== undefined && count > 0) return addDays(today, count);
  const weeks = someWeeks.exec(text)?.groups;
  const week = weeks && countOf(weeks["n"] ?? weeks["m"] ?? "");
  if (week !== undefined && week > 0) return addDays(today, 7 * week);
  return undefined;
}

/** What a Shanghai clock shows, to the minute. */
function wallClock(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);
}
