import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  isCalendarDate,
  shanghaiDate,
  startOfDayInShanghai,
} from "../../../domain/calendar/dates.ts";
import { dueDatesOf } from "../../../domain/calendar/frequency.ts";
import { addWorkingDays, nextWorkingDay } from "../../../domain/calendar/working-days.ts";

const anyDate = fc.integer({ min: 0, max: 200 * 365 }).map((days) => addDays("1900-01-01", days));

describe("Shanghai dates", () => {
  it.each([
    ["2026-02-10T15:59:59Z", "2026-02-10"],
    ["2026-02-10T16:00:00Z", "2026-02-11"],
    ["2026-02-10T00:00:00+08:00", "2026-02-10"],
    ["2025-12-31T23:30:00-05:00", "2026-01-01"],
  ])("at %s it is %s in Shanghai", (instant, date) => {
    expect(shanghaiDate(instant)).toBe(date);
  });

  it("knows the instant at which a Shanghai clock shows a time", () => {
    expect(startOfDayInShanghai("2026-02-10", "09:30")).toBe("2026-02-10T01:30:00.000Z");
    expect(startOfDayInShanghai("2026-01-01")).toBe("2025-12-31T16:00:00.000Z");
  });

  it("agrees with the time zone database on every day", () => {
    const zone = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" });
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1993-01-01"), max: new Date("2099-01-01"), noInvalidDate: true }),
        (at) => {
          expect(shanghaiDate(at.toISOString())).toBe(zone.format(at));
        },
      ),
    );
  });

  it.each([
    "0050-01-01",
    "2026-02-30",
    "2026-13-01",
    "2026-2-1",
    "",
    "tomorrow",
    "2023-02-29",
    "2026-04-31",
    "2026-04-00",
    "x2026-04-01",
    "2026-04-01x",
    "2026-04-01 ",
    "2026/04/01",
  ])("%j is no date", (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow(new RangeError(`Not a calendar date: ${text}`));
  });

  it("refuses what is no instant and no time of day", () => {
    expect(() => shanghaiDate("yesterday")).toThrow(new RangeError("Not an instant: yesterday"));
    for (const time of ["24:00", "9:00", "x09:00", "09:00x", "09:60"]) {
      expect(() => startOfDayInShanghai("2026-01-01", time)).toThrow(
        new RangeError(`Not a time of day: ${time}`),
      );
    }
  });
});

describe("months on a day of the month", () => {
  it.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-01-30", 13, "2025-02-28"],
    ["2100-01-29", 1, "2100-02-28"],
    ["2000-01-29", 1, "2000-02-29"],
    ["2026-01-31", 3, "2026-04-30"],
    ["2026-11-15", 2, "2027-01-15"],
    ["2026-03-31", -1, "2026-02-28"],
  ])("%s and %i months: %s", (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it("comes back to the anchor after a short month", () => {
    expect(addMonths("2024-02-29", 1, 31)).toBe("2024-03-31");
    expect(addMonths("2024-02-10", 1, 28)).toBe("2024-03-28");
  });

  it("counts lengths of months", () => {
    expect(["2024-02-01", "2023-02-01", "2026-12-05", "2026-04-30"].map(daysInMonth)).toEqual([
      29, 28, 31, 30,
    ]);
  });

  it("moves by days there and back", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it("lands in the right month, on the anchor or the month's last day", () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 31 }),
        (date, n, anchor) => {
          const result = addMonths(date, n, anchor);
          const months = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
          expect(months(result) - months(date)).toBe(n);
          expect(Number(result.slice(8))).toBe(Math.min(anchor, daysInMonth(result)));
        },
      ),
    );
  });
});

describe("two days a month, fifteen apart", () => {
  it.each([
    ["the 1st and the 16th, from the 1st", "2026-03-01", undefined, ["03-16", "04-01", "04-16", "05-01"]],
    ["the 5th and the 20th, from the 20th", "2026-03-20", undefined, ["04-05", "04-20", "05-05", "05-20"]],
    ["the 15th and the 30th over February", "2026-01-15", undefined, ["01-30", "02-15", "02-28", "03-15"]],
    ["the 16th and the month's end", "2026-01-31", undefined, ["02-16", "02-28", "03-16", "03-31"]],
    ["on given days, from another", "2026-02-23", 1, ["03-01", "03-16", "04-01", "04-16"]],
    ["over the new year", "2026-12-10", undefined, ["12-25", "2027-01-10", "2027-01-25", "2027-02-10"]],
  ])("%s", (_, disbursedOn, dayOfMonth, dates) => {
    const plan = { disbursedOn, dayOfMonth, frequency: { every: 1, unit: "half-month" as const }, count: 4 };
    expect(dueDatesOf(plan)).toEqual(dates.map((date) => (date.length === 5 ? `2026-${date}` : date)));
  });
});

it("a date after the year 9999 is refused", () => {
  expect(() => addDays("9999-12-31", 1)).toThrow(new RangeError("Dates end with the year 9999"));
  expect(addDays("9999-12-30", 1)).toBe("9999-12-31");
});

describe("working days by a calendar that the caller brings", () => {
  const weekday = (date: string): boolean => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

  it("counts from the day after, over the weekend", () => {
    expect(addWorkingDays("2026-11-20", 1, weekday)).toBe("2026-11-23");
    expect(addWorkingDays("2026-11-21", 2, weekday)).toBe("2026-11-24");
    expect(addWorkingDays("2026-11-20", 0, weekday)).toBe("2026-11-20");
  });

  it("takes a make-up Saturday as the calendar says", () => {
    const makeUp = (date: string): boolean => date === "2026-11-21" || weekday(date);
    expect(addWorkingDays("2026-11-20", 1, makeUp)).toBe("2026-11-21");
  });

  it("moves a day to the next working day, or leaves it", () => {
    expect(nextWorkingDay("2026-11-21", weekday)).toBe("2026-11-23");
    expect(nextWorkingDay("2026-11-23", weekday)).toBe("2026-11-23");
  });

  it("ends when the calendar has no working day", () => {
    expect(() => nextWorkingDay("2026-11-21", () => false)).toThrow("no working day in a year");
  });
});
