import { describe, expect, it } from "vitest";
import { assess, availableLimit } from "../../../domain/eligibility/eligibility.ts";
import { checkProductRule } from "../../../domain/eligibility/eligibility-checks.ts";
import { quotableProduct } from "../../../domain/product/catalogue.ts";
import { borrower, roundBorrower } from "../../support/fixtures/borrower-facts.ts";

const on = "2026-11-10";
const judge = (facts = roundBorrower, product = "weilidai", purchase = false) =>
  assess({ id: "a-1", product, facts, on, purchase });
const reasons = (facts = roundBorrower, product = "weilidai", purchase = false) =>
  judge(facts, product, purchase).reasons;

describe("assessment of one who qualifies", () => {
  it("grants a limit and a rate, with the score behind them", () => {
    const { dimensions, ...rest } = judge();
    expect(rest).toEqual({
      id: "a-1",
      productId: "weilidai",
      decidedOn: "2026-11-10",
      validUntil: "2026-12-10",
      outcome: "approved",
      score: "66.50",
      tier: "regular",
      limit: "88300.00",
      dailyRate: "0.0004",
      annualRate: "0.1440",
      reasons: [],
      sharing: { granted: "88300.00", usedElsewhere: "0.00" },
    });
    expect(dimensions.map(({ contribution }) => contribution)).toEqual(["20.00", "17.50", "24.00", "5.00"]);
  });

  it.each([
    ["high-activity", 6, "0.00034"],
    ["low-frequency", 0.01, "0.00048"],
  ])("%s moves the rate", (tier, paymentsPerDay, dailyRate) => {
    expect(judge(borrower({ payments: { paymentsPerDay } }))).toMatchObject({ tier, dailyRate });
  });

  it("subtracts what is outstanding elsewhere from the one overall limit", () => {
    expect(judge(borrower({ elsewhere: { lenders: 2, outstanding: "30050.00" } })).limit).toBe("58200.00");
  });
});

describe("the three gates", () => {
  it.each([
    [{ realNameVerified: false }, ["no-real-name"]],
    [{ bankCardBound: false }, ["no-bank-card"]],
    [{ creditAuthorised: false }, ["no-credit-authorisation"]],
    [
      { realNameVerified: false, bankCardBound: false, creditAuthorised: false },
      ["no-real-name", "no-bank-card", "no-credit-authorisation"],
    ],
  ])("%j is refused for %s, and nothing is scored", (differing, codes) => {
    const assessment = judge(borrower({ ...differing, age: 12, whiteListed: [] }));
    expect(assessment.reasons.map(({ code }) => code)).toEqual(codes);
    expect(assessment).toMatchObject({
      outcome: "refused",
      score: "0.00",
      dimensions: [],
      limit: "0.00",
      dailyRate: "0.0000",
      annualRate: "0.0000",
    });
  });
});

describe("each product's own rule", () => {
  it("微粒贷 is for the white list, and for no other product's list", () => {
    const reason = { code: "not-white-listed", productId: "weilidai" };
    expect(reasons(borrower({ whiteListed: [] }))).toEqual([reason]);
    expect(reasons(borrower({ whiteListed: ["we2000"] }))).toEqual([reason]);
    expect(reasons(borrower({ whiteListed: ["we2000", "weilidai"] }))).toEqual([]);
  });

  it("WE2000 asks for a deposit of 2,000", () => {
    expect(reasons(borrower({ deposits: "2000.00" }), "we2000")).toEqual([]);
    expect(reasons(borrower({ deposits: "1999.99" }), "we2000")).toEqual([
      { code: "deposit-too-low", minimum: "2000.00" },
    ]);
  });

  it("小鹅花钱 asks for a consumption scene: 500 a month, or a purchase under way", () => {
    const spending = (monthlySpending: string) => borrower({ payments: { monthlySpending } });
    expect(reasons(spending("500.00"), "xiaoe-huaqian")).toEqual([]);
    expect(reasons(spending("499.99"), "xiaoe-huaqian")).toEqual([{ code: "no-consumption-scene" }]);
    expect(reasons(spending("499.99"), "xiaoe-huaqian", true)).toEqual([]);
  });

  it("takes no purchase for granted", () => {
    const facts = borrower({ payments: { monthlySpending: "0.00" } });
    const { reasons } = assess({ id: "a-1", product: "xiaoe-huaqian", facts, on });
    expect(reasons).toEqual([{ code: "no-consumption-scene" }]);
  });

  it("asks nothing of a product without a rule", () => {
    const { rule: _none, ...product } = quotableProduct("we2000");
    expect(checkProductRule({ product, facts: borrower({ deposits: "0.00" }), purchase: false })).toEqual([]);
  });

  it("holds for its own product only", () => {
    const plain = borrower({ whiteListed: [], deposits: "0.00" });
    expect(reasons(plain, "xiaoe-huaqian")).toEqual([]);
  });
});

describe("age, credit history and multiple lending", () => {
  const age = { code: "age", minimum: 18, maximum: 60 };
  it.each([
    [{ age: 17 }, [age]],
    [{ age: 18 }, []],
    [{ age: 60 }, []],
    [{ age: 61 }, [age]],
    [{ credit: { currentlyOverdue: true } }, [{ code: "currently-overdue" }]],
    [{ credit: { overdueLast24Months: 5 } }, []],
    [{ credit: { overdueLast24Months: 6 } }, [{ code: "poor-credit-history", overdue: 6 }]],
    [{ elsewhere: { lenders: 3 } }, []],
    [{ elsewhere: { lenders: 4 } }, [{ code: "too-many-lenders", lenders: 4, maximum: 3 }]],
  ])("%j: %j", (differing, expected) => {
    expect(reasons(borrower(differing))).toEqual(expected);
  });
});

describe("score and what is left of the limit", () => {
  it("refuses a score below 40 and says where most points are to be had", () => {
    // 66.50 less 17.50 (payments) less 10.00 (chats and reads to a third of a month) leaves 39 or so.
    const quiet = borrower({
      payments: { monthlySpending: "0.00", monthlyTransfers: "0.00", redPacketsPerMonth: 0 },
      social: { chatDaysPerMonth: 13, articleReadsPerMonth: 21 },
    });
    // 13/30 = 43.3, 21/60 = 35.0: 40.0 x 0.25 = 10.00; with 24.00 and 5.00 that is 39.00.
    expect(reasons(quiet)).toEqual([
      { code: "score-too-low", score: "39.00", minimum: "40.00", weakest: "payments" },
    ]);
  });

  it("accepts a score of exactly 40", () => {
    const enough = borrower({
      payments: { monthlySpending: "0.00", monthlyTransfers: "0.00", redPacketsPerMonth: 0 },
      social: { chatDaysPerMonth: 15, articleReadsPerMonth: 21 },
    });
    // 15/30 = 50.0, 21/60 = 35.0: 44.0 x 0.25 = 11.00; with 24.00 and 5.00 that is 40.00.
    expect(judge(enough)).toMatchObject({ outcome: "approved", score: "40.00", limit: "500.00" });
  });

  it("refuses when other lenders leave less than the smallest loan", () => {
    const used = (outstanding: string) => borrower({ elsewhere: { outstanding } });
    expect(judge(used("88200.00"))).toMatchObject({ outcome: "approved", limit: "100.00" });
    expect(judge(used("88200.01"))).toMatchObject({
      outcome: "refused",
      score: "66.50",
      limit: "0.00",
      dailyRate: "0.0000",
      reasons: [{ code: "limit-used-elsewhere", outstanding: "88200.01" }],
    });
  });
});

it("tells all reasons in order: rule, age, history, lenders, score", () => {
  const facts = borrower({
    whiteListed: [],
    age: 70,
    credit: {
      monthsOfHistory: 0,
      overdueLast24Months: 8,
      currentlyOverdue: true,
      onTimeRepaymentsOnPlatform: 0,
    },
    elsewhere: { lenders: 6, outstanding: "500000.00" },
    payments: { monthlySpending: "0.00" },
  });
  expect(reasons(facts).map(({ code }) => code)).toEqual([
    "not-white-listed",
    "age",
    "currently-overdue",
    "poor-credit-history",
    "too-many-lenders",
    "score-too-low",
  ]);
  expect(judge(facts).dimensions).toHaveLength(4);
});

it("assesses no product that is not Jiedao's to quote", () => {
  expect(() => judge(roundBorrower, "duxiaoman")).toThrow(RangeError);
  expect(() => judge(roundBorrower, "fenqi")).toThrow(RangeError);
  expect(() => judge(roundBorrower, "no-such-product")).toThrow(RangeError);
});

describe("what may still be borrowed", () => {
  it.each([
    ["0.00", "88300.00"],
    ["20000.00", "68300.00"],
    ["88300.00", "0.00"],
    ["90000.00", "0.00"],
  ])("with %s outstanding: %s", (outstanding, available) => {
    expect(availableLimit({ assessment: judge(), outstanding })).toBe(available);
  });
});
