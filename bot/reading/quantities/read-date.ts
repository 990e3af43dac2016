import { readNumeral } from "./read-numeral.ts";

const dayLength = 86_400_000;
const weekdaysZh = "一二三四五六日";
const weekdaysEn = ["mon", "tues", "wednes", "thurs", "fri", "satur", "sun"];
const monthsEn = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

interface Today {
  year: number;
  month: number;
  day: number;
  /** 0 is Monday. */
  weekday: number;
  time: number;
}

type Reader = (groups: Record<string, string | undefined>, today: Today) => string | undefined;

function parts(date: string): Today {
  const time = Date.parse(`${date}T00:00:00Z`);
  const on = new Date(time);
  return {
    year: on.getUTCFullYear(),
    month: on.getUTCMonth() + 1,
    day: on.getUTCDate(),
    weekday: (on.getUTCDay() + 6) % 7,
    time,
  };
}

const written = (time: number): string => new Date(time).toISOString().slice(0, 10);
const after = (today: Today, days: number): string => written(today.time + days * dayLength);

/** Month and day carry over; a day that the month has not is none. */
function dated(year: number, month: number, day: number): string | undefined {
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCDate() === day && day > 0 ? written(time) : undefined;
}

/** The first such day of a month from today on. */
function comingDay({ year, month, day }: Today, wanted: number): string | undefined {
  const first = wanted >= day ? month : month + 1;
  return dated(year, first, wanted) ?? dated(year, first + 1, wanted);
}

function comingMonthDay(today: Today, month: number, day: number): string | undefined {
  const passed = month < today.month || (month === today.month && day < today.day);
  return dated(today.year + (passed ? 1 : 0), month, day);
}

const number = (text: string | undefined): number => readNumeral(text ?? "")?.toNumber() ?? Number.NaN;

const weeksAway: Record<string, number> = { 上: -1, last: -1, 下: 1, 下下: 2, next: 1 };

/** Weeks run from Monday: 下周五 and "next friday" are the Friday of next week, a bare weekday is the coming one. */
function weekday(today: Today, wanted: number, which: string | undefined): string | undefined {
  if (wanted < 0) return undefined;
  const within = wanted - today.weekday;
  if (which === undefined || which === "on") return after(today, (within + 7) % 7);
  return after(today, within + 7 * (weeksAway[which] ?? 0));
}

const relativeDays: Record<string, number> = {
  今天: 0,
  今晚: 0,
  明天: 1,
  明早: 1,
  后天: 2,
  大后天: 3,
  昨天: -1,
  前天: -2,
  today: 0,
  tonight: 0,
  tomorrow: 1,
  yesterday: -1,
};

const lastOfMonth = ({ year, month }: Today, away = 0): string => written(Date.UTC(year, month + away, 0));
const monthOf = (name: string | undefined): number => monthsEn.indexOf((name ?? "").slice(0, 3)) + 1;

const readers: readonly (readonly [RegExp, Reader])[] = [
  [
    /^(?<y>\d{4})[-/.年] ?(?<m>\d{1,2})[-/.月] ?(?<d>\d{1,2})/,
    (g) => dated(number(g["y"]), number(g["m"]), number(g["d"])),
  ],
  [
    /^(?<w>今天|今晚|明天|明早|大后天|后天|昨天|前天|today|tonight|tomorrow|yesterday)/,
    (g, today) => after(today, relativeDays[g["w"] ?? ""] ?? 0),
  ],
  [
    /^(?<w>下下|下|上)个?月(?:的)?(?<d>\d{1,2}|[一二三四五六七八九十]+)/,
    (g, today) => dated(today.year, today.month + (weeksAway[g["w"] ?? ""] ?? 0), number(g["d"])),
  ],
  [
    /^(?:这|本)个?月(?:的)?(?<d>\d{1,2}|[一二三四五六七八九十]+)/,
    (g, today) => dated(today.year, today.month, number(g["d"])),
  ],
  [
    /^(?:每个?月)?(?<d>\d{1,2}|[一二三四五六七八九十]+) ?[号日]/,
    (g, today) => comingDay(today, number(g["d"])),
  ],
  [
    /^(?<m>\d{1,2}|[一二三四五六七八九十]+)月(?<d>\d{1,2}|[一二三四五六七八九十]+)/,
    (g, today) => comingMonthDay(today, number(g["m"]), number(g["d"])),
  ],
  [
    /^(?<w>下下|下|上|这|本)个?月(?:的)?(?:底|末|最后一天)/,
    (g, today) => lastOfMonth(today, weeksAway[g["w"] ?? ""]),
  ],
  [
    /^(?:at |by )?(?:the )?end of (?<w>next|this|last) month/,
    (g, today) => lastOfMonth(today, weeksAway[g["w"] ?? ""]),
  ],
  [
    /^(?:(?:on|by) )?(?:the )?(?<d>\d{1,2})(?:st|nd|rd|th) of (?<w>next|this|last) month/,
    (g, today) => dated(today.year, today.month + (weeksAway[g["w"] ?? ""] ?? 0), number(g["d"])),
  ],
  [/^(?:月底|(?:on |by )?(?:the )?end of (?:the )?month)/, (_, today) => lastOfMonth(today)],
  [/^年底/, (_, today) => dated(today.year, 12, 31)],
  [/^周末/, (_, today) => weekday(today, 5, undefined)],
  [
    /^(?<w>下下|下|上|这|本)?个?(?:周|星期|礼拜)(?<d>[一二三四五六日天])/,
    (g, today) => weekday(today, weekdaysZh.indexOf((g["d"] ?? "").replace("天", "日")), g["w"]),
  ],
  [
    /^(?:(?<w>next|this|last|on) )?(?<d>mon|tues|wednes|thurs|fri|satur|sun)day/,
    (g, today) => weekday(today, weekdaysEn.indexOf(g["d"] ?? ""), g["w"]),
  ],
  [
    /^(?:(?:on|by) )?(?:the )?(?<d>\d{1,2})(?:st|nd|rd|th)(?: of)? (?<m>[a-z]{3,})/,
    (g, today) => comingMonthDay(today, monthOf(g["m"]), number(g["d"])),
  ],
  [
    /^(?:(?:on|by) )?(?<d>\d{1,2}) (?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/,
    (g, today) => comingMonthDay(today, monthOf(g["m"]), number(g["d"])),
  ],
  [
    /^(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?<d>\d{1,2})/,
    (g, today) => comingMonthDay(today, monthOf(g["m"]), number(g["d"])),
  ],
  [/^(?:(?:on|by) )?(?:the )?(?<d>\d{1,2})(?:st|nd|rd|th)/, (g, today) => comingDay(today, number(g["d"]))],
  [/^(?<m>\d{1,2})\/(?<d>\d{1,2})$/, (g, today) => comingMonthDay(today, number(g["m"]), number(g["d"]))],
];

/**
 * The day that a date of a normalised text names, "YYYY-MM-DD", seen from `today`; absent for times, spans such
 * as "next month", and days that do not exist. A day without its month is the next such day.
 */
export function readDate(text: string, today: string): string | undefined {
  const from = parts(today);
  for (const [pattern, read] of readers) {
    const match = pattern.exec(text);
    if (match !== null) return read(match.groups ?? {}, from);
  }
  return undefined;
}
