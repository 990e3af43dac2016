import { describe, expect, it } from "vitest";
import { assess } from "../../domain/eligibility/eligibility.ts";
import { findPersona, personaIds } from "../../partners/sandbox/personas.ts";

const judge = (persona: string) =>
  assess({ id: "a", product: "weilidai", facts: findPersona(persona).facts, on: "2026-11-10" });

describe("personas", () => {
  it.each([
    // The published example's rate: 0.05 % a day is 18 % of 360 days.
    ["ordinary", "regular", "54500.00", "0.0005", "0.1800"],
    // (LPR 3.00 % + 7.80 points) x 0.85 = 9.18 %.
    ["whitelisted", "high-activity", "174000.00", "0.000255", "0.0918"],
    // (LPR 3.00 % + 15 points) x 1.2 = 21.6 %, held at the product's 18 %.
    ["low-activity", "low-frequency", "6000.00", "0.0005", "0.1800"],
  ])("%s is approved: %s, %s yuan, %s a day", (persona, tier, limit, dailyRate, annualRate) => {
    expect(judge(persona)).toMatchObject({
      outcome: "approved",
      tier,
      limit,
      dailyRate,
      annualRate,
      reasons: [],
    });
  });

  it.each([
    ["no-card", ["no-bank-card"]],
    ["poor-history", ["currently-overdue", "poor-credit-history", "too-many-lenders", "score-too-low"]],
    ["not-invited", ["not-white-listed"]],
  ])("%s is refused: %s", (persona, codes) => {
    const { outcome, limit, reasons } = judge(persona);
    expect({ outcome, limit, codes: reasons.map(({ code }) => code) }).toEqual({
      outcome: "refused",
      limit: "0.00",
      codes,
    });
  });

  it("covers every persona above", () => {
    expect([...personaIds].sort()).toEqual([
      "low-activity",
      "no-card",
      "not-invited",
      "ordinary",
      "poor-history",
      "whitelisted",
    ]);
  });

  it("an unknown id is the ordinary persona", () => {
    expect(findPersona("toString").id).toBe("ordinary");
  });
});
