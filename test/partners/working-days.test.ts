import { describe, expect, it } from "vitest";
import { addWorkingDays } from "../../domain/working-days.ts";
import { isWorkingDay } from "../../partners/working-days.ts";

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
