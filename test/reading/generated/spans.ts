/** Terms, spans and days, said with what they come to. */
import type { Draw } from "./draw.ts";
import { type Maker, one } from "./expression.ts";

const signs = "零一二三四五六七八九十";
const inHan = (value: number): string => {
  if (value <= 10) return signs[value] ?? "";
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? signs[tens] : ""}十${value % 10 > 0 ? signs[value % 10] : ""}`;
};

/** 两 stands where things are counted. */
function counted(draw: Draw, value: number): string {
  if (draw.chance(50)) return String(value);
  return value === 2 ? "两" : inHan(value);
}

const inFigures = (draw: Draw, value: number): string => (draw.chance(60) ? String(value) : inHan(value));

const partsOf = (date: string) => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day };
};
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** A month of 13 is the January after; a day that a month has not makes none. */
function dayOf(year: number, month: number, day: number): string | undefined {
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCDate() === day ? iso(time) : undefined;
}
const daysFrom = (today: string, days: number): string =>
  iso(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000);
const lastDay = (year: number, month: number): string => iso(Date.UTC(year, month, 0));

export const chineseSpans: Readonly<Record<string, Maker>> = {
  "a term in months": (draw) => {
    const months = draw.whole(1, 24);
    return one(`${counted(draw, months)}${draw.of(["个月", "期"])}`, { months });
  },
  "a term in years": (draw) => {
    const years = draw.whole(1, 3);
    return draw.chance(30)
      ? one(draw.of(["一年半", "1年半"]), { months: 18 })
      : one(`${counted(draw, years)}年`, { months: 12 * years });
  },
  "a term of neighbours": (draw) => {
    const first = draw.whole(1, 8);
    return one(
      `${draw.of(["", "十"])}${inHan(first)}${inHan(first + 1)}${draw.of(["期", "个月"])}`,
      "unclear",
    );
  },
  "days and weeks": (draw) => {
    const value = draw.whole(1, 20);
    return draw.chance(50)
      ? one(`${counted(draw, value)}天`, { days: value })
      : one(`${counted(draw, Math.min(value, 8))}${draw.of(["周", "个星期", "个礼拜"])}`, {
          days: 7 * Math.min(value, 8),
        });
  },
  "a day beside today": (draw, today) => {
    const [said, days] = draw.of([
      ["今天", 0],
      ["明天", 1],
      ["后天", 2],
      ["大后天", 3],
      ["昨天", -1],
    ] as const);
    return one(said, { on: daysFrom(today, days) });
  },
  "a day of a month named": (draw, today) => {
    const { year, month, day } = partsOf(today);
    const [named, at] = [draw.whole(1, 12), draw.whole(1, 28)];
    const passed = named < month || (named === month && at < day);
    const said = `${inFigures(draw, named)}月${inFigures(draw, at)}${draw.of(["号", "日"])}`;
    return one(said, { on: dayOf(year + (passed ? 1 : 0), named, at) ?? "" });
  },
  "a day of next month": (draw, today) => {
    const { year, month } = partsOf(today);
    const at = draw.whole(1, 28);
    return one(`下${draw.of(["个月", "月"])}${draw.of(["", "的"])}${inFigures(draw, at)}号`, {
      on: dayOf(year, month + 1, at) ?? "",
    });
  },
  "the end of a month": (draw, today) => {
    const { year, month } = partsOf(today);
    const [said, away] = draw.of([
      ["月底", 0],
      ["这个月底", 0],
      ["本月底", 0],
      ["下个月底", 1],
      ["下月底", 1],
      ["下下个月底", 2],
    ] as const);
    return one(said, { on: lastDay(year, month + away) });
  },
  "a day of the month": (draw, today) => {
    const { year, month, day } = partsOf(today);
    const at = draw.whole(1, 28);
    return one(`${inFigures(draw, at)}号`, { on: dayOf(year, at >= day ? month : month + 1, at) ?? "" });
  },
  "a day that there is none of": (draw) => {
    const [month, day] = draw.of([
      [2, 30],
      [2, 31],
      [4, 31],
      [6, 31],
      [9, 31],
      [11, 31],
      [1, 32],
    ] as const);
    return one(`${inFigures(draw, month)}月${inFigures(draw, day)}${draw.of(["号", "日"])}`, "unclear");
  },
  "a date in full": (draw) => {
    const [year, month, day] = [draw.whole(2025, 2028), draw.whole(1, 12), draw.whole(1, 28)];
    const on = dayOf(year, month, day) ?? "";
    return one(draw.of([`${year}年${month}月${day}日`, on, `${year}/${month}/${day}`]), { on });
  },
};

const months = "january february march april may june july august september october november december".split(
  " ",
);
const ordinal = (day: number): string => {
  const last = day % 10;
  if (day > 10 && day < 14) return `${day}th`;
  return `${day}${["th", "st", "nd", "rd"][last] ?? "th"}`;
};
const small = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const inEnglish = (draw: Draw, value: number): string =>
  value <= 12 && draw.chance(50) ? (small[value - 1] ?? "") : String(value);

export const englishSpans: Readonly<Record<string, Maker>> = {
  "a term in English": (draw) => {
    const value = draw.whole(2, 24);
    return one(`${inEnglish(draw, value)} ${draw.of(["months", "installments"])}`, { months: value });
  },
  "years in English": (draw) => {
    const years = draw.whole(2, 3);
    return one(`${inEnglish(draw, years)} years`, { months: 12 * years });
  },
  "days and weeks in English": (draw) => {
    const value = draw.whole(2, 12);
    return draw.chance(50)
      ? one(`${inEnglish(draw, value)} days`, { days: value })
      : one(`${inEnglish(draw, value)} weeks`, { days: 7 * value });
  },
  "a day beside today, in English": (draw, today) => {
    const [said, days] = draw.of([
      ["today", 0],
      ["tomorrow", 1],
      ["yesterday", -1],
    ] as const);
    return one(said, { on: daysFrom(today, days) });
  },
  "a day of a month, in English": (draw, today) => {
    const { year, month, day } = partsOf(today);
    const [named, at] = [draw.whole(1, 12), draw.whole(1, 28)];
    const passed = named < month || (named === month && at < day);
    const name = months[named - 1] ?? "";
    const said = draw.of([
      `${name} ${at}`,
      `${at} ${name}`,
      `the ${ordinal(at)} of ${name}`,
      `${name} ${ordinal(at)}`,
    ]);
    return one(said, { on: dayOf(year + (passed ? 1 : 0), named, at) ?? "" });
  },
  "a day of next month, in English": (draw, today) => {
    const { year, month } = partsOf(today);
    const at = draw.whole(1, 28);
    return one(`the ${ordinal(at)} of next month`, { on: dayOf(year, month + 1, at) ?? "" });
  },
  "the end of a month, in English": (draw, today) => {
    const { year, month } = partsOf(today);
    const [said, away] = draw.of([
      ["the end of the month", 0],
      ["end of this month", 0],
      ["the end of next month", 1],
      ["end of next month", 1],
    ] as const);
    return one(said, { on: lastDay(year, month + away) });
  },
  "a day that there is none of, in English": (draw) => {
    const said = draw.of(["february 30", "the 31st of april", "june 31st", "31 september", "feb 31"]);
    return one(said, "unclear");
  },
};

const frames = ["", "我", "那就"];
/** Around a span or a day stands little that it could be mixed up with. */
export const spokenSpan = (draw: Draw, said: string): string =>
  draw.of([`${draw.of(frames)}${said}`, `${said}吧`, `${said}可以吗`]);
export const spokenSpanEnglish = (draw: Draw, said: string): string =>
  draw.of([said, `maybe ${said}`, `${said} please`]);
