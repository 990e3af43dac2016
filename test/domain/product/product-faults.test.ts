import { describe, expect, it } from "vitest";
import { type Product, productList } from "../../../domain/product/catalogue.ts";
import { entryList } from "../../../domain/product/entries.ts";
import { productFault } from "../../../domain/product/product-faults.ts";

const places = entryList().map(({ id }) => id);

/** The file with one field of one product written over; undefined takes the field out. */
function edited(id: string, path: string, value: unknown): Product[] {
  const products = structuredClone(productList()) as Product[];
  const product = products.find((one) => one.id === id);
  const names = path.split(".");
  const last = names.pop() ?? "";
  const at = names.reduce<Record<string, unknown>>(
    (of, name) => of[name] as Record<string, unknown>,
    product as unknown as Record<string, unknown>,
  );
  if (value === undefined) delete at[last];
  else at[last] = value;
  return products;
}

const penalty = "conventions.repayment.penalty";

describe("the product file", () => {
  it("has no fault as shipped", () => {
    expect(productFault(productList(), places)).toBeUndefined();
  });

  it("is a list", () => {
    expect(productFault({}, places)).toMatch(/must be a list/);
    expect(productFault(["weilidai"], places)).toMatch(/must be a list/);
  });

  it.each([
    ["weilidai", "name"],
    ["weilidai", "name.en"],
    ["weilidai", "kind"],
    ["weilidai", "aliases"],
    ["weilidai", "aliases.zh-CN"],
    ["weilidai", "minimum"],
    ["weilidai", "maximum"],
    ["weilidai", "annualRate"],
    ["weilidai", "annualRate.highest"],
    ["weilidai", "terms"],
    ["weilidai", "methods"],
    ["weilidai", "dayBasis"],
    ["weilidai", "conventions"],
    ["weilidai", "conventions.dayCount"],
    ["weilidai", "conventions.counting"],
    ["weilidai", "conventions.rounding"],
    ["weilidai", "conventions.rounding.unit"],
    ["weilidai", "conventions.repayment"],
    ["weilidai", "conventions.repayment.waterfall.order"],
    ["weilidai", "conventions.repayment.excess"],
    ["weilidai", "conventions.repayment.interestUntil"],
    ["weilidai", penalty],
    ["weilidai", `${penalty}.dailyRate`],
    ["weilidai", `${penalty}.base`],
    ["weilidai", `${penalty}.graceDays`],
    ["weilidai", `${penalty}.startsFrom`],
    ["weilidai", `${penalty}.counting`],
    ["weilidai", "conventions.contactDays"],
    ["weilidai", "conventions.contactDays.letter"],
    ["weilidai", "earlyRepaymentFee"],
    ["weilidai", "offerSource"],
    ["jiebei", "asOf"],
    ["huabei", "source"],
  ])("%s without %s", (id, path) => {
    expect(productFault(edited(id, path, undefined), places)).toBe(
      `产品/product ${id}: ${path}: 缺了 / is missing`,
    );
  });

  it.each([
    ["weilidai", "maximum", 200000],
    ["weilidai", "maximum", "200000"],
    ["weilidai", "annualRate.lowest", "7.2%"],
    ["weilidai", "kind", "lender"],
    ["weilidai", "rule", "friends"],
    ["weilidai", "terms", []],
    ["weilidai", "terms", [5, 0]],
    ["weilidai", "methods", ["balloon"]],
    ["weilidai", "dayBasis", 350],
    ["weilidai", "asOf", "lately"],
    ["weilidai", "payoutSpeed", { kind: "average" }],
    ["weilidai", "aliases.en", "weilidai"],
    ["weilidai", "conventions.dayCount", "30/365"],
    ["weilidai", "conventions.rounding.mode", "nearest"],
    ["weilidai", `${penalty}.graceDays`, -1],
    ["weilidai", `${penalty}.graceDays`, 2.5],
    ["weilidai", `${penalty}.dailyRate`, "0.05%"],
    ["weilidai", `${penalty}.base`, "everything"],
    ["weilidai", `${penalty}.cap`, "30%"],
    ["huabei", "payLater", "yes"],
  ])("%s with %s of %j", (id, path, value) => {
    expect(productFault(edited(id, path, value), places)).toMatch(
      new RegExp(`^产品/product ${id}: ${path.replaceAll(".", "\\.")}: 应为.* / must be `),
    );
  });

  it.each([
    ["weilidai", "maxmum", "2.00", "maxmum", "is no field of a product"],
    ["weilidai", `${penalty}.grace`, 3, `${penalty}.grace`, "is no field of a product"],
    ["fenqi", "id", "weilidai", "id", "two products share an id"],
    ["weilidai", "kind", "referral", "terms", "only an own or partner product is Jiedao's to quote"],
    ["weilidai", "minimum", "300000.00", "minimum", "the smallest loan is above the largest"],
    ["weilidai", "annualRate.lowest", "0.19", "annualRate.lowest", "the lowest rate is above the highest"],
    ["weilidai", "annualRate.highest", "0.36", "annualRate.highest", "above 24 % a year"],
    ["jiebei", "annualRate.highest", "0.36", "annualRate.highest", "above 24 % a year"],
    ["weilidai", "ruleMinimum", "10.00", "ruleMinimum", "states its minimum, and no other rule does"],
    ["we2000", "ruleMinimum", undefined, "ruleMinimum", "states its minimum, and no other rule does"],
    ["weilidai", "payLater", true, "payLater", "only another company's product"],
    ["weilidai", "terms", [5, 5], "terms", "a number is there twice"],
    ["weilidai", "methods", ["level-payment", "level-payment"], "methods", "a method is there twice"],
    ["weilidai", "dayBasis", 365, "dayBasis", "another year than that of conventions.dayCount"],
    ["weilidai", "conventions.dayCount", "actual/365", "dayBasis", "another year than that"],
    [
      "weilidai",
      "conventions.rounding.unit",
      "0.005",
      "conventions.rounding.unit",
      "is no multiple of a fen",
    ],
    ["weilidai", "conventions.rounding.unit", "0", "conventions.rounding.unit", "is no multiple of a fen"],
    [
      "weilidai",
      "conventions.repayment.waterfall.order",
      ["penalty", "interest"],
      "conventions.repayment.waterfall.order",
      "once each",
    ],
    [
      "weilidai",
      "conventions.repayment.excess",
      "fewer",
      "conventions.repayment.excess",
      "replans no installments",
    ],
    [
      "weilidai",
      `${penalty}.startsFrom`,
      "grace-end",
      `${penalty}.startsFrom`,
      "no grace for a penalty to start",
    ],
    ["weilidai", `${penalty}.cap`, "0", `${penalty}.cap`, "a cap is more than zero"],
    ["weilidai", `${penalty}.dailyRate`, "0.001", `${penalty}.dailyRate`, "above 24 % a year"],
    ["weilidai", "conventions.contactDays.sms", 0, "conventions.contactDays", "one after the other"],
    ["weilidai", "conventions.contactDays.call", 31, "conventions.contactDays", "one after the other"],
    ["weilidai", "earlyRepaymentFee", "0.01", "earlyRepaymentFee", "can only be 0 yet"],
    ["we2000", "aliases.en", ["wei li dai"], "aliases", "is a name of weilidai too"],
    ["we2000", "name.en", "WeiLiDai", "aliases", "is a name of weilidai too"],
    ["we2000", "entries", ["back-door"], "entries", "there is no entry back-door"],
  ])("%s with %s of %j contradicts", (id, path, value, field, sentence) => {
    const fault = productFault(edited(id, path, value), places);
    expect(fault).toContain(`: ${field}: `);
    expect(fault).toContain(sentence);
    expect(fault).toMatch(/^产品\/product [a-z0-9-]+: .*\p{Script=Han}.* \/ [^/]+$/u);
  });
});
