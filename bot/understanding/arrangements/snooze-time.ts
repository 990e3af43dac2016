/** When a borrower wants to hear of it again: "下午", "两小时后", "tomorrow morning". */
import { addDays, shanghaiDate } from "../../../domain/calendar/dates.ts";
import { readDate } from "../../reading/quantities/read-date.ts";
import { readNumeral } from "../../reading/quantities/read-numeral.ts";
import { readClockTime } from "./clock-time.ts";

const figure = "\\d{1,3}|[一二两三四五六七八九十半]{1,3}|an?|half an|one|two|three|four|five|six";
const spans: readonly (readonly [RegExp, minutes: number])[] = [
  [new RegExp(`(?<n>${figure}) ?(?:分钟|分|minutes?|mins?)(?:之?后|以后)?`), 1],
  [new RegExp(`(?<n>${figure}) ?个?半?(?:小时|钟头|hours?|hrs?|hour)`), 60],
];
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
const named =
  /下*(?:周|星期|礼拜)[一二三四五六日天]|\d{1,2} ?[号日]|(?:next |on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|the \d{1,2}(?:st|nd|rd|th)/;

const usualTime = "09:00";

/** "2016-03-10T15:00", Asia/Shanghai; undefined where no time is named. Half of anything is read as half. */
export function readSnoozeTime(text: string, now: string): string | undefined {
  const minutes = minutesAhead(text);
  if (minutes !== undefined) return wallClock(new Date(Date.parse(now) + minutes * 60_000).toISOString());
  const today = shanghaiDate(now);
  const date = dateOf(text, today);
  const time = readClockTime(text);
  if (date === undefined && time === undefined) return undefined;
  const candidates = (time?.candidates ?? [usualTime]).map((one) => `${date ?? today}T${one}`);
  const coming = candidates.find((one) => one > wallClock(now));
  if (coming !== undefined || date !== undefined) return coming ?? candidates[0];
  return `${addDays(today, 1)}T${time?.candidates[0] ?? usualTime}`;
}

function minutesAhead(text: string): number | undefined {
  for (const [pattern, unit] of spans) {
    const count = countOf(pattern.exec(text)?.groups?.["n"] ?? "");
    if (!Number.isNaN(count)) return Math.round(count * unit);
  }
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

function dateOf(text: string, today: string): string | undefined {
  const near = days.find(([pattern]) => pattern.test(text));
  if (near) return addDays(today, near[1]);
  const groups = someDays.exec(text)?.groups;
  const count = groups && countOf(groups["n"] ?? groups["m"] ?? "");
  if (count !== undefined && count > 0) return addDays(today, count);
  const day = named.exec(text)?.[0];
  return day === undefined ? undefined : readDate(day, today);
}

/** What a Shanghai clock shows, to the minute. */
function wallClock(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);
}
