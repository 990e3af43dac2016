import { describe, expect, it } from "vitest";
import { financialHealth, type HealthFigures } from "../../../domain/affordability/financial-health.ts";

const figures: HealthFigures = {
  burdenShare: "0.22",
  installments: { paidOnTime: 9, paidLate: 1, overdueNow: 0 },
  limit: "50000.00",
  outstanding: "20000.00",
  savings: "3000.00",
  heaviestMonth: "2000.00",
};
const part = (name: string, differing: Partial<HealthFigures>) =>
  financialHealth({ ...figures, ...differing }).parts.find((one) => one.name === name)?.score;

describe("financial health", () => {
  it("is the sum of its parts, each shown", () => {
    // 0.22 of 0.55 is two fifths: 60; 9 of 10: 90; two fifths used: 60; 3,000 of 6,000: 50.
    // 0.4 x 60 + 0.3 x 90 + 0.2 x 60 + 0.1 x 50 = 68.
    expect(financialHealth(figures)).toEqual({
      score: "68",
      level: "fair",
      parts: [
        { name: "burden", weight: "0.4000", score: "60.0" },
        { name: "punctuality", weight: "0.3000", score: "90.0" },
        { name: "limit-use", weight: "0.2000", score: "60.0" },
        { name: "cushion", weight: "0.1000", score: "50.0" },
      ],
      weakest: "burden",
    });
  });

  it("spreads the weights anew when the means are not known", () => {
    const { burdenShare: _unknown, ...rest } = figures;
    // 0.5 x 90 + 0.3333 x 60 + 0.1667 x 50 = 73.33.
    expect(financialHealth(rest)).toEqual({
      score: "73",
      level: "fair",
      parts: [
        { name: "punctuality", weight: "0.5000", score: "90.0" },
        { name: "limit-use", weight: "0.3333", score: "60.0" },
        { name: "cushion", weight: "0.1667", score: "50.0" },
      ],
      weakest: "limit-use",
    });
  });

  it("has full marks and no weakest part without any debt", () => {
    const health = financialHealth({
      burdenShare: "0",
      installments: { paidOnTime: 0, paidLate: 0, overdueNow: 0 },
      limit: "0.00",
      outstanding: "0.00",
      savings: "0.00",
      heaviestMonth: "0.00",
    });
    expect(health).toMatchObject({ score: "100", level: "good" });
    expect(health).not.toHaveProperty("weakest");
  });

  it.each<[string, Partial<HealthFigures>, string]>([
    ["burden", { burdenShare: "0.55" }, "0.0"],
    ["burden", { burdenShare: "1.20" }, "0.0"],
    ["burden", { burdenShare: "0.11" }, "80.0"],
    ["punctuality", { installments: { paidOnTime: 0, paidLate: 0, overdueNow: 0 } }, "100.0"],
    ["punctuality", { installments: { paidOnTime: 0, paidLate: 2, overdueNow: 0 } }, "0.0"],
    // 6 on time; one overdue now counts as three: 6 of 9.
    ["punctuality", { installments: { paidOnTime: 6, paidLate: 0, overdueNow: 1 } }, "66.7"],
    ["limit-use", { outstanding: "50000.00" }, "0.0"],
    ["limit-use", { outstanding: "60000.00" }, "0.0"],
    ["limit-use", { outstanding: "0.00" }, "100.0"],
    ["limit-use", { limit: "0.00" }, "0.0"],
    ["cushion", { savings: "6000.00" }, "100.0"],
    ["cushion", { savings: "90000.00" }, "100.0"],
    ["cushion", { savings: "0.00" }, "0.0"],
    ["cushion", { heaviestMonth: "0.00", savings: "0.00" }, "100.0"],
  ])("%s with %j: %s", (name, differing, score) => {
    expect(part(name, differing)).toBe(score);
  });

  it.each([
    // 0.4 x burden + 27 + 12 + 5: 77.5 % of the burden's points make 75.
    ["0.12375", "75", "good"],
    ["0.1265", "75", "fair"], // 74.8
    ["0.46750", "50", "fair"],
    ["0.47", "50", "strained"], // 49.8
  ])("a burden of %s: %s points, %s", (burdenShare, score, level) => {
    expect(financialHealth({ ...figures, burdenShare })).toMatchObject({ score, level });
  });
});
