import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allInRates, isWithinAllInCap } from "../../../domain/disclosure/all-in-cap.ts";
import type { TierName } from "../../../domain/eligibility/assessment.ts";
import { heldAt, priceRate } from "../../../domain/pricing/pricing.ts";
import { findTier } from "../../../domain/pricing/tier.ts";
import { quotableProduct } from "../../../domain/product/catalogue.ts";
import { buildSchedule } from "../../../domain/schedule/schedule.ts";

const rate = (product: string, score: string, tier: TierName, on = "2026-11-10") =>
  priceRate({ product: quotableProduct(product), score, tier: findTier(tier), on });

describe("rate of 微粒贷, 7.2 % to 18 %, LPR as when the bases were set", () => {
  it.each([
    ["80.00", "high-activity", "0.000255", "0.0918"], // 10.8 % x 0.85
    ["80.00", "regular", "0.0003", "0.1080"], // a third of the range up
    ["80.00", "low-frequency", "0.00036", "0.1296"], // 10.8 % x 1.20
    ["79.99", "regular", "0.0004", "0.1440"], // two thirds up
    ["65.00", "high-activity", "0.00034", "0.1224"], // 14.4 % x 0.85
    ["65.00", "low-frequency", "0.00048", "0.1728"], // 14.4 % x 1.20
    ["64.99", "regular", "0.0005", "0.1800"], // the top: 0.05 % a day
    ["40.00", "high-activity", "0.000425", "0.1530"], // 18 % x 0.85
    ["40.00", "low-frequency", "0.0005", "0.1800"], // 21.6 %, held at 18 %
  ] as const)("score %s, %s: %s a day, %s a year", (score, tier, dailyRate, annualRate) => {
    expect(rate("weilidai", score, tier)).toEqual({ dailyRate, annualRate });
  });

  it("moves one for one with the LPR: 4.25 % in 2019 is 1.25 points more", () => {
    // (10.8 % + 1.25 %) x 1.00 = 12.05 %, / 360 = 0.00033472, rounded down; x 360 = 12.024 %.
    expect(rate("weilidai", "80.00", "regular", "2019-08-20")).toEqual({
      dailyRate: "0.000334",
      annualRate: "0.12024",
    });
  });
});

describe("a rate that its product's range holds", () => {
  it.each([
    ["weilidai", "40.00", "low-frequency", "highest"], // 21.6 % of 18 %
    ["weilidai", "40.00", "regular", undefined], // 18 % itself
    ["weilidai", "40.00", "high-activity", undefined],
    ["xiaoe-huaqian", "40.00", "regular", "highest"], // 24 % on 360 days would be more over the longest months
    ["we2000", "80.00", "high-activity", undefined],
  ] as const)("%s, score %s, %s: %s", (product, score, tier, end) => {
    const priced = { product: quotableProduct(product), score, tier: findTier(tier), on: "2026-11-10" };
    expect(heldAt(priced)).toBe(end);
  });

  it("the lowest as well", () => {
    const product = { ...quotableProduct("weilidai"), annualRate: { lowest: "0.16", highest: "0.18" } };
    // a third of the way up is 16.67 %; x 0.85 = 14.17 %
    const priced = { product, score: "90.00", tier: findTier("high-activity"), on: "2026-11-10" };
    expect(heldAt(priced)).toBe("lowest");
    expect(heldAt({ ...priced, tier: findTier("regular") })).toBeUndefined();
  });
});

describe("rate of other products", () => {
  it.each([
    ["we2000", "40.00", "regular", "0.000283", "0.10188"], // 10.2 % / 360 rounded down
    ["we2000", "80.00", "high-activity", "0.000151", "0.05436"], // 6.4 % x 0.85 = 5.44 %
    ["xiaoe-huaqian", "40.00", "regular", "0.000645", "0.2322"], // 24 % would pass the cap in 31-day months
    ["xiaoe-huaqian", "80.00", "high-activity", "0.000338", "0.12168"], // 14.3333 % x 0.85 = 12.1833 %
  ] as const)("%s, score %s, %s: %s a day, %s a year", (product, score, tier, dailyRate, annualRate) => {
    expect(rate(product, score, tier)).toEqual({ dailyRate, annualRate });
  });

  it("never falls below the product's lowest rate, though daily rates are rounded down", () => {
    const product = {
      ...quotableProduct("xiaoe-huaqian"),
      annualRate: { lowest: "0.095", highest: "0.095" },
    };
    // 9.5 % / 360 = 0.00026389: 0.000263 would be 9.468 %, so 0.000264 it is.
    expect(priceRate({ product, score: "90.00", tier: findTier("regular"), on: "2026-11-10" })).toEqual({
      dailyRate: "0.000264",
      annualRate: "0.09504",
    });
  });
});

describe("all-in cap", () => {
  it("holds for every schedule at the highest rate that any product may have, in any months", () => {
    const { dailyRate } = rate("xiaoe-huaqian", "40.00", "low-frequency");
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3650 }),
        fc.integer({ min: 1, max: 24 }),
        fc.constantFrom("equal-principal" as const, "level-payment" as const),
        (day, installments, method) => {
          const disbursedOn = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
          const principal = "50000.00";
          const terms = { productId: "p", principal, method, installments, dailyRate, disbursedOn };
          const rates = allInRates({ principal, months: buildSchedule(terms) });
          expect(rates && isWithinAllInCap(rates)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
