import { describe, expect, it } from "vitest";
import { lprHistory, lprOn } from "../../../domain/pricing/lpr.ts";

/** One-year LPR as announced by the National Interbank Funding Center. */
describe("loan prime rate", () => {
  it.each([
    ["2016-02-10", "0.0425", "before the list: the first rate"],
    ["2019-08-20", "0.0425", "the reform's first day"],
    ["2019-09-19", "0.0425", "the day before a change"],
    ["2019-09-20", "0.0420", "the day of a change"],
    ["2022-08-21", "0.0370", "a Sunday before the announcement of the 22nd"],
    ["2024-12-31", "0.0310", "between two changes"],
    ["2025-05-20", "0.0300", "the last change"],
    ["2026-11-10", "0.0300", "after it"],
  ])("%s: %s, %s", (date, rate) => {
    expect(lprOn(date)).toBe(rate);
  });

  it("never rose between two listed changes", () => {
    const rates = lprHistory().map(({ rate }) => Number(rate));
    expect(rates).toEqual(rates.toSorted((a, b) => b - a));
  });
});
