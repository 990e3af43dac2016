import { describe, expect, it } from "vitest";
import { addDays } from "../../domain/calendar/dates.ts";
import { addWorkingDays } from "../../domain/calendar/working-days.ts";
import { isAnnounced, isWorkingDay } from "../../partners/working-days.ts";

/** State Council notice on public holidays in 2026 (国办发明电〔2025〕7号): days off and make-up workdays. */
describe("working days", () => {
  it.each([
    ["2026-01-04", true, "make-up Sunday for New Year"],
    ["2026-02-14", true, "make-up Saturday for Spring Festival"],
    ["2026-02-16", false, "Spring Festival, a Monday"],
    ["2026-02-28", true, "make-up Saturday for Spring Festival"],
    ["2026-10-01", false, "National Day, a Thursday"],
    ["2026-10-10", true, "make-up Saturday for National Day"],
    ["2026-11-14", false, "an ordinary Saturday"],
    ["2026-11-16", true, "an ordinary Monday"],
    ["2016-02-06", true, "make-up Saturday of 2016"],
  ])("%s: %s, %s", (date, expected) => {
    expect(isWorkingDay(date)).toBe(expected);
  });

  it("counts from the next day on", () => {
    expect(addWorkingDays("2026-11-16", 0, isWorkingDay)).toBe("2026-11-16");
    expect(addWorkingDays("2026-11-13", 1, isWorkingDay)).toBe("2026-11-16");
    expect(addWorkingDays("2026-09-30", 2, isWorkingDay)).toBe("2026-10-09");
  });
});

/**
 * Days off that the law names, on weekdays, in years before the tables begin and after they end; the lunar dates are
 * those of the Hong Kong Observatory's conversion tables.
 */
describe("working days of a year that is not announced", () => {
  it.each([
    ["2032-01-01", "New Year, a Thursday"],
    ["2032-02-10", "Spring Festival's eve, a Tuesday"],
    ["2032-02-11", "Spring Festival, a Wednesday"],
    ["2032-02-13", "its third day"],
    ["2033-04-04", "Qingming, a Monday"],
    ["2034-05-01", "Labour Day, a Monday"],
    ["2034-05-02", "its second day"],
    ["2035-06-11", undefined],
    ["2035-10-01", "National Day, a Monday"],
    ["2035-10-03", "its third day"],
    ["2032-09-20", undefined],
  ])("%s: %s", (date, holiday) => {
    expect(isAnnounced(date)).toBe(false);
    expect(isWorkingDay(date)).toBe(holiday === undefined);
  });

  it("are those of the law in every year, and never a weekend", () => {
    for (let year = 2030; year < 2060; year += 1) {
      const days = Array.from({ length: 365 }, (_, ahead) => addDays(`${year}-01-01`, ahead));
      const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
      const weekends = days.filter((day) => [0, 6].includes(weekday(day)));
      const off = days.filter((day) => !weekends.includes(day) && !isWorkingDay(day));
      expect(weekends.filter(isWorkingDay)).toEqual([]);
      // Thirteen at most; fewer by those that fall on a weekend or on one another.
      expect(off.length).toBeGreaterThanOrEqual(5);
      expect(off.length).toBeLessThanOrEqual(13);
    }
  });

  it("a payment on the last day that is announced does not arrive on New Year", () => {
    let year = 2026;
    while (isAnnounced(`${year + 1}-01-01`)) year += 1;
    const arrives = addWorkingDays(`${year}-12-31`, 1, isWorkingDay);
    expect(arrives > `${year + 1}-01-01`).toBe(true);
  });
});
