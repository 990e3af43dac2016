import { describe, expect, it } from "vitest";
import {
  scoreDimensions,
  totalScore,
  weakestDimension,
} from "../../../domain/eligibility/eligibility-score.ts";
import { borrower, roundBorrower } from "../../support/fixtures/borrower-facts.ts";

const scores = (facts = roundBorrower) =>
  Object.fromEntries(scoreDimensions(facts).map(({ name, score }) => [name, score]));

describe("eligibility score", () => {
  it("weighs four dimensions 25 / 35 / 30 / 10 and shows every part", () => {
    expect(scoreDimensions(roundBorrower)).toEqual([
      {
        name: "social",
        weight: "0.25",
        score: "80.0",
        contribution: "20.00",
        parts: [
          { source: "chats", weight: "0.60", score: "100.0" },
          { source: "public-accounts", weight: "0.40", score: "50.0" },
        ],
      },
      {
        name: "payments",
        weight: "0.35",
        score: "50.0",
        contribution: "17.50",
        parts: [
          { source: "spending", weight: "0.50", score: "50.0" },
          { source: "transfers", weight: "0.30", score: "50.0" },
          { source: "red-packets", weight: "0.20", score: "50.0" },
        ],
      },
      {
        name: "credit",
        weight: "0.30",
        score: "80.0",
        contribution: "24.00",
        parts: [
          { source: "credit-bureau", weight: "0.60", score: "100.0" },
          { source: "platform-record", weight: "0.40", score: "50.0" },
        ],
      },
      {
        name: "assets",
        weight: "0.10",
        score: "50.0",
        contribution: "5.00",
        parts: [
          { source: "money-fund", weight: "0.50", score: "50.0" },
          { source: "investments", weight: "0.50", score: "50.0" },
        ],
      },
    ]);
    expect(totalScore(scoreDimensions(roundBorrower))).toBe("66.50");
  });

  it("adds up from the shown figures when they are not round", () => {
    const dimensions = scoreDimensions(
      borrower({
        social: { chatDaysPerMonth: 17, articleReadsPerMonth: 7 },
        credit: { monthsOfHistory: 31 },
      }),
    );
    // 17/30 and 7/60 by hand: 56.7 x 0.6 + 11.7 x 0.4 = 38.70; x 0.25 = 9.675, half up 9.68.
    expect(dimensions[0]).toMatchObject({ score: "38.7", contribution: "9.68" });
    // 31/60: 51.7 x 0.6 + 50.0 x 0.4 = 51.02, shown 51.0; x 0.30 = 15.30.
    expect(dimensions[2]).toMatchObject({ score: "51.0", contribution: "15.30" });
    expect(totalScore(dimensions)).toBe("47.48");
  });

  it("gives no dimension more than full marks, and none less than nothing", () => {
    const rich = borrower({
      social: { chatDaysPerMonth: 31, articleReadsPerMonth: 900 },
      payments: { monthlySpending: "99999.00", monthlyTransfers: "99999.00", redPacketsPerMonth: 99 },
      credit: { monthsOfHistory: 400, onTimeRepaymentsOnPlatform: 99 },
      assets: { moneyFund: "9999999.00", investments: "9999999.00" },
    });
    expect(totalScore(scoreDimensions(rich))).toBe("100.00");
    const nothing = borrower({
      social: { chatDaysPerMonth: 0, articleReadsPerMonth: 0 },
      payments: { monthlySpending: "0.00", monthlyTransfers: "0.00", redPacketsPerMonth: 0 },
      credit: { monthsOfHistory: 0, onTimeRepaymentsOnPlatform: 0, overdueLast24Months: 9 },
      assets: { moneyFund: "0.00", investments: "0.00" },
    });
    expect(totalScore(scoreDimensions(nothing))).toBe("0.00");
  });

  it("takes twenty points of the bureau's part for each overdue record", () => {
    expect(scores(borrower({ credit: { overdueLast24Months: 1 } }))["credit"]).toBe("68.0");
    expect(scores(borrower({ credit: { overdueLast24Months: 5 } }))["credit"]).toBe("20.0");
    expect(scores(borrower({ credit: { overdueLast24Months: 6 } }))["credit"]).toBe("20.0");
  });

  it.each([
    ["social", { social: { chatDaysPerMonth: 15, articleReadsPerMonth: 30 } }, "50.0"],
    ["social", { social: { chatDaysPerMonth: 30, articleReadsPerMonth: 60 } }, "100.0"],
    ["payments", { payments: { monthlySpending: "8000.00" } }, "75.0"],
    ["payments", { payments: { monthlyTransfers: "8000.00" } }, "65.0"],
    ["payments", { payments: { redPacketsPerMonth: 20 } }, "60.0"],
    ["credit", { credit: { onTimeRepaymentsOnPlatform: 12 } }, "100.0"],
    ["credit", { credit: { monthsOfHistory: 30 } }, "50.0"],
    ["assets", { assets: { moneyFund: "50000.00" } }, "75.0"],
    ["assets", { assets: { investments: "100000.00" } }, "75.0"],
  ] as const)("%s reacts to its own source: %j gives %s", (name, differing, expected) => {
    expect(scores(borrower(differing))[name]).toBe(expected);
  });

  it("names the dimension that leaves most points on the table", () => {
    // Lost of 66.50: social 5.00, payments 17.50, credit 6.00, assets 5.00.
    expect(weakestDimension(scoreDimensions(roundBorrower))).toBe("payments");
    // Without any credit 30.00 are lost there.
    const noCredit = borrower({ credit: { monthsOfHistory: 0, onTimeRepaymentsOnPlatform: 0 } });
    expect(weakestDimension(scoreDimensions(noCredit))).toBe("credit");
  });

  it("cannot name the weakest of nothing", () => {
    expect(() => weakestDimension([])).toThrow(RangeError);
  });
});
