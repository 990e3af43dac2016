import { describe, expect, it } from "vitest";
import { initialGrant, profileFactor, sharedLimit } from "../../../domain/eligibility/limit.ts";
import { quotableProduct } from "../../../domain/product/catalogue.ts";

const best = { city: "shanghai", occupation: "employee", device: "flagship" };
const grant = (product: string, score: string, profile = best) =>
  initialGrant({ product: quotableProduct(product), score, profile });

describe("static data of the first grant", () => {
  it.each([
    [best, "1"],
    [{ ...best, city: "beijing" }, "1"],
    [{ ...best, city: "guangzhou" }, "1"],
    [{ ...best, city: "shenzhen" }, "1"],
    [{ ...best, city: "luoyang" }, "0.9"],
    [{ ...best, occupation: "civil-servant" }, "1"],
    [{ ...best, occupation: "self-employed" }, "0.9"],
    [{ ...best, occupation: "freelancer" }, "0.8"],
    [{ ...best, occupation: "student" }, "0.5"],
    [{ ...best, occupation: "astronaut" }, "0.9"],
    [{ ...best, device: "mid-range" }, "0.95"],
    [{ ...best, device: "entry-level" }, "0.85"],
    [{ ...best, device: "unheard-of" }, "0.9"],
    [{ city: "luoyang", occupation: "student", device: "entry-level" }, "0.3825"],
    [{ ...best, city: "constructor" }, "0.9"],
  ])("%j: %s", (profile, factor) => {
    expect(profileFactor(profile).toString()).toBe(factor);
  });
});

describe("first grant", () => {
  it.each([
    ["weilidai", "100.00", "200000.00"],
    ["weilidai", "70.00", "100000.00"],
    ["weilidai", "66.50", "88300.00"], // 88,333.33 down to whole hundreds
    ["weilidai", "40.00", "500.00"], // nothing by formula: the smallest grant
    ["xiaoe-huaqian", "70.00", "25000.00"],
    ["we2000", "41.00", "500.00"],
    ["we2000", "70.00", "1000.00"],
  ])("%s, score %s: %s yuan", (product, score, expected) => {
    expect(grant(product, score)).toBe(expected);
  });

  it("shrinks with the profile's factor", () => {
    expect(grant("weilidai", "70.00", { ...best, occupation: "student" })).toBe("50000.00");
  });
});

describe("limit sharing with other lenders", () => {
  it.each([
    ["88300.00", "0.00", "88300.00"],
    ["88300.00", "20000.00", "68300.00"],
    ["88300.00", "20000.01", "68200.00"],
    ["88300.00", "88300.00", "0.00"],
    ["88300.00", "99999.00", "0.00"],
  ])("%s less %s outstanding elsewhere: %s", (granted, elsewhere, left) => {
    expect(sharedLimit(granted, elsewhere)).toBe(left);
  });
});
