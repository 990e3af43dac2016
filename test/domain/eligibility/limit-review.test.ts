import { describe, expect, it } from "vitest";
import { type LimitReviewOptions, reviewLimit } from "../../../domain/eligibility/limit-review.ts";

const steady: LimitReviewOptions = {
  limit: "50000.00",
  maximum: "200000.00",
  tier: "high-activity",
  lastReviewedOn: "2026-01-01",
  on: "2026-04-01",
  before: { monthlySpending: "4000.00", assets: "10000.00" },
  now: { monthlySpending: "4000.00", assets: "10000.00" },
  repayments: { onTime: 0, late: 0 },
};
const review = (differing: Partial<LimitReviewOptions>) => reviewLimit({ ...steady, ...differing });

describe("when a limit is reviewed", () => {
  it.each([
    ["high-activity", "2026-04-01"],
    ["regular", "2026-06-30"],
    ["low-frequency", "2026-12-27"],
  ] as const)("%s: on %s, not a day sooner", (tier, dueOn) => {
    const eve = new Date(Date.parse(dueOn) - 86_400_000).toISOString().slice(0, 10);
    expect(review({ tier, on: eve })).toEqual({ outcome: "not-due", nextReviewOn: dueOn, limit: "50000.00" });
    expect(review({ tier, on: dueOn }).outcome).toBe("reviewed");
  });

  it("is next reviewed as many days after this review", () => {
    expect(review({ on: "2026-04-11" })).toEqual({
      outcome: "reviewed",
      nextReviewOn: "2026-07-10",
      limit: "50000.00",
      raises: [],
    });
  });
});

describe("what raises a limit", () => {
  it.each<[string, Partial<LimitReviewOptions>, object[], string]>([
    [
      "spending up by a fifth: half of that",
      { now: { monthlySpending: "4800.00", assets: "10000.00" } },
      [{ source: "spending-growth", share: "0.1000" }],
      "55000.00",
    ],
    [
      "spending doubled: no more than 15 %",
      { now: { monthlySpending: "8000.00", assets: "10000.00" } },
      [{ source: "spending-growth", share: "0.1500" }],
      "57500.00",
    ],
    [
      "from nothing to something: as doubled",
      {
        before: { monthlySpending: "0.00", assets: "10000.00" },
        now: { monthlySpending: "100.00", assets: "10000.00" },
      },
      [{ source: "spending-growth", share: "0.1500" }],
      "57500.00",
    ],
    [
      "nothing before and nothing now: nothing",
      {
        before: { monthlySpending: "0.00", assets: "0.00" },
        now: { monthlySpending: "0.00", assets: "0.00" },
      },
      [],
      "50000.00",
    ],
    [
      "installments paid on time",
      { repayments: { onTime: 1, late: 0 } },
      [{ source: "timely-repayment", share: "0.1000" }],
      "55000.00",
    ],
    [
      "assets up by 4 %: half of that",
      { now: { monthlySpending: "4000.00", assets: "10400.00" } },
      [{ source: "assets", share: "0.0200" }],
      "51000.00",
    ],
    [
      "assets doubled: no more than 5 %",
      { now: { monthlySpending: "4000.00", assets: "20000.00" } },
      [{ source: "assets", share: "0.0500" }],
      "52500.00",
    ],
    [
      "all three together",
      { now: { monthlySpending: "8000.00", assets: "20000.00" }, repayments: { onTime: 3, late: 0 } },
      [
        { source: "spending-growth", share: "0.1500" },
        { source: "timely-repayment", share: "0.1000" },
        { source: "assets", share: "0.0500" },
      ],
      "65000.00",
    ],
    [
      "everything shrank: the limit stays",
      { now: { monthlySpending: "1000.00", assets: "0.00" } },
      [],
      "50000.00",
    ],
    [
      "odd shares are cut, and the limit goes down to whole hundreds",
      // 4,000 to 4,123: 3.075 %, half of it 1.5375 %, cut to 1.53 %: 50,765.
      { now: { monthlySpending: "4123.00", assets: "10000.00" } },
      [{ source: "spending-growth", share: "0.0153" }],
      "50700.00",
    ],
  ])("%s", (_story, differing, raises, limit) => {
    expect(review(differing)).toMatchObject({ outcome: "reviewed", raises, limit });
  });

  it("never passes the product's maximum", () => {
    expect(review({ limit: "190000.00", repayments: { onTime: 1, late: 0 } })).toMatchObject({
      limit: "200000.00",
    });
  });

  it("never takes a limit down, even one that is not in whole hundreds", () => {
    expect(review({ limit: "50050.00" })).toMatchObject({ limit: "50050.00" });
  });

  it("holds the limit when an installment was late, whatever else grew", () => {
    expect(
      review({ now: { monthlySpending: "8000.00", assets: "20000.00" }, repayments: { onTime: 5, late: 1 } }),
    ).toEqual({ outcome: "held", nextReviewOn: "2026-06-30", limit: "50000.00", late: 1 });
  });
});
