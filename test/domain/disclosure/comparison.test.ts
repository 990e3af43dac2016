import { describe, expect, it } from "vitest";
import {
  type ComparedProduct,
  comparedPlatforms,
  compareProducts,
} from "../../../domain/disclosure/comparison.ts";

const need = { amount: "20000.00", installments: 10 };
const range = (row: ComparedProduct | undefined) => {
  if (!row?.cost.known) throw new Error("no cost");
  const { lowest, highest } = row.cost;
  return [lowest.installment, lowest.totalInterest, highest.installment, highest.totalInterest];
};

describe("the seed's platforms for 20,000 yuan in 10 installments", () => {
  const rows = () => compareProducts({ need, products: comparedPlatforms });

  // Payment = P r / (1 - (1 + r)^-n) on a twelfth of the annual rate, computed apart with Python's decimal module.
  it.each([
    ["weilidai", "2066.59", "665.93", "2168.68", "1686.83"],
    ["jiebei", "2049.83", "498.33", "2206.19", "2061.92"],
    ["jd-jintiao", "2060.07", "600.67", "2226.53", "2265.31"],
  ])("%s: %s a month and %s in all at the lowest rate, %s and %s at the highest", (productId, ...figures) => {
    expect(range(rows().find((row) => row.productId === productId))).toEqual(figures);
  });

  it("stand side by side with limit, rate, speed and credit reporting", () => {
    expect(rows().map(({ cost: _cost, ...row }) => row)).toEqual([
      {
        productId: "weilidai",
        kind: "own",
        maximum: "200000.00",
        annualRate: { lowest: "0.072", highest: "0.18" },
        payoutSpeed: { kind: "instant" },
        creditReporting: "always",
      },
      {
        productId: "jiebei",
        kind: "comparison",
        maximum: "300000.00",
        annualRate: { lowest: "0.054", highest: "0.219" },
        payoutSpeed: { kind: "average", hours: 2 },
        creditReporting: "selective",
      },
      {
        productId: "jd-jintiao",
        kind: "comparison",
        maximum: "250000.00",
        annualRate: { lowest: "0.065", highest: "0.24" },
        payoutSpeed: { kind: "instant" },
        creditReporting: "always",
      },
    ]);
  });
});

describe("one cost", () => {
  it("is that of a published table: 10,000 at 12 % in 12 months is 888.49 a month", () => {
    const [row] = compareProducts({
      need: { amount: "10000.00", installments: 12 },
      products: ["jiebei"],
      offers: { jiebei: "0.12" },
    });
    if (!row?.cost.known) throw new Error("no cost");
    expect(row.cost.offered).toBe(true);
    expect(row.cost.lowest).toEqual(row.cost.highest);
    expect(row.cost.lowest).toMatchObject({
      annualRate: "0.12",
      installment: "888.49",
      totalInterest: "661.86",
      totalPayable: "10661.86",
    });
    // 12 x 1 % simple; 1.01^12 - 1 = 12.6825 % compounded, but for the cents.
    expect(Number(row.cost.lowest.apr.simple)).toBeCloseTo(0.12, 5);
    expect(Number(row.cost.lowest.apr.compounded)).toBeCloseTo(0.126825, 5);
  });

  it("takes an offered rate for its own product only", () => {
    const [own, other] = compareProducts({
      need,
      products: ["weilidai", "jiebei"],
      offers: { weilidai: "0.144" },
    });
    expect(own?.cost).toMatchObject({ offered: true, lowest: { annualRate: "0.144" } });
    expect(other?.cost).toMatchObject({ offered: false, lowest: { annualRate: "0.054" } });
  });
});

describe("what cannot be reckoned says why", () => {
  it.each([
    ["duxiaoman", need, "not-stated"],
    ["douyin-fangxinjie", need, "not-stated"],
    ["fenqi", need, "not-stated"],
    ["we2000", need, "above-maximum"],
    ["weilidai", { ...need, installments: 12 }, "term-not-offered"],
    ["weilidai", { ...need, amount: "200000.01" }, "above-maximum"],
  ])("%s for %j: %s", (productId, wanted, reason) => {
    const [row] = compareProducts({ need: wanted, products: [productId] });
    expect(row?.cost).toEqual({ known: false, reason });
  });

  it("reckons a single installment", () => {
    const [row] = compareProducts({ need: { amount: "1200.00", installments: 1 }, products: ["jiebei"] });
    // A month at 5.4 % and at 21.9 % a year: 0.45 % and 1.825 %.
    expect(range(row)).toEqual(["1205.40", "5.40", "1221.90", "21.90"]);
  });

  it("reckons a loan of exactly the maximum", () => {
    const [row] = compareProducts({ need: { ...need, amount: "200000.00" }, products: ["weilidai"] });
    expect(row?.cost.known).toBe(true);
  });

  it.each([
    { amount: "0.00", installments: 10 },
    { amount: "-1.00", installments: 10 },
    { amount: "100.00", installments: 0 },
    { amount: "100.00", installments: 1.5 },
  ])("%j is no need", (wanted) => {
    expect(() => compareProducts({ need: wanted })).toThrow(/positive amount/);
  });

  it("throws on a product that the catalogue does not have", () => {
    expect(() => compareProducts({ need, products: ["we3000"] })).toThrow(RangeError);
  });
});

it("compares the whole catalogue when no products are named", () => {
  expect(compareProducts({ need }).map(({ productId }) => productId)).toEqual([
    "weilidai",
    "fenqi",
    "xiaoe-huaqian",
    "we2000",
    "duxiaoman",
    "360-jietiao",
    "jiebei",
    "jd-jintiao",
    "douyin-fangxinjie",
  ]);
});
