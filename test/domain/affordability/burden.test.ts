import { describe, expect, it } from "vitest";
import { type BurdenOptions, projectBurden } from "../../../domain/affordability/burden.ts";
import type { LoanCalendar } from "../../../domain/loan/loan-calendar.ts";

const calendar = (totals: Record<string, string>, on = "2026-03-15"): LoanCalendar => ({
  on,
  months: Object.entries(totals).map(([month, total]) => ({ month, total, entries: [] })),
  total: "0.00",
});
const proposal = (...payments: [string, string][]) =>
  payments.map(([dueDate, payment]) => ({ dueDate, payment }));
const verdict = (options: BurdenOptions) => projectBurden(options).verdict;

describe("the month's burden", () => {
  it("adds the loan asked for to those there are, month by month", () => {
    const { months, heaviest } = projectBurden({
      calendar: calendar({ "2026-04": "1000.00", "2026-05": "900.00" }),
      proposed: proposal(["2026-05-10", "2000.00"], ["2026-06-10", "1950.55"]),
      monthlyMeans: "8000.00",
    });
    expect(months).toEqual([
      { month: "2026-04", existing: "1000.00", proposed: "0.00", total: "1000.00", share: "0.1250" },
      { month: "2026-05", existing: "900.00", proposed: "2000.00", total: "2900.00", share: "0.3625" },
      { month: "2026-06", existing: "0.00", proposed: "1950.55", total: "1950.55", share: "0.2438" },
    ]);
    expect(heaviest?.month).toBe("2026-05");
  });

  it("counts what is overdue from months ago into this month", () => {
    const { months } = projectBurden({
      calendar: calendar({
        "2026-01": "500.00",
        "2026-02": "510.00",
        "2026-03": "200.00",
        "2026-04": "100.00",
      }),
    });
    expect(months).toEqual([
      { month: "2026-03", existing: "1210.00", proposed: "0.00", total: "1210.00" },
      { month: "2026-04", existing: "100.00", proposed: "0.00", total: "100.00" },
    ]);
  });

  it("sums two payments of one month, and puts months in order", () => {
    const { months } = projectBurden({
      calendar: calendar({ "2026-05": "1.00" }),
      proposed: proposal(["2026-04-01", "100.00"], ["2026-04-30", "50.00"]),
    });
    expect(months.map(({ month, total }) => [month, total])).toEqual([
      ["2026-04", "150.00"],
      ["2026-05", "1.00"],
    ]);
  });
});

describe("the warning", () => {
  const of = (total: string) => ({ calendar: calendar({ "2026-04": total }), monthlyMeans: "10000.00" });
  it.each([
    ["0.00", "none"],
    ["0.01", "light"],
    ["2750.00", "light"],
    ["2750.01", "tight"],
    ["5500.00", "tight"],
    ["5500.01", "too-heavy"],
  ] as const)("%s of 10,000 a month: %s", (total, expected) => {
    expect(verdict(of(total))).toBe(expected);
  });

  it("says so when the means are not known", () => {
    const loans = calendar({ "2026-04": "100.00" });
    expect(projectBurden({ calendar: loans })).toMatchObject({
      verdict: "means-unknown",
      tippedByProposal: false,
    });
    expect(verdict({ calendar: loans, monthlyMeans: "0.00" })).toBe("means-unknown");
  });

  it("has nothing to warn of without loans", () => {
    expect(projectBurden({ calendar: calendar({}), monthlyMeans: "100.00" })).toEqual({
      months: [],
      verdict: "none",
      tippedByProposal: false,
    });
  });

  it("tells whether it is the loan asked for that makes it too heavy", () => {
    const asked = proposal(["2026-04-10", "2000.00"]);
    const tips = { ...of("4000.00"), proposed: asked };
    expect(projectBurden(tips)).toMatchObject({ verdict: "too-heavy", tippedByProposal: true });
    const wasAlready = { ...of("6000.00"), proposed: asked };
    expect(projectBurden(wasAlready)).toMatchObject({ verdict: "too-heavy", tippedByProposal: false });
    const fits = { ...of("1000.00"), proposed: asked };
    expect(projectBurden(fits)).toMatchObject({ verdict: "tight", tippedByProposal: false });
    const first = {
      calendar: calendar({}),
      proposed: proposal(["2026-04-10", "9000.00"]),
      monthlyMeans: "10000.00",
    };
    expect(projectBurden(first)).toMatchObject({ verdict: "too-heavy", tippedByProposal: true });
  });

  it("looks at the heaviest month, the first of equals", () => {
    const { heaviest } = projectBurden({
      calendar: calendar({ "2026-04": "10.00", "2026-05": "30.00", "2026-06": "30.00", "2026-07": "20.00" }),
    });
    expect(heaviest?.month).toBe("2026-05");
  });
});
