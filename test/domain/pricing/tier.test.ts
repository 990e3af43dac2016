import { describe, expect, it } from "vitest";
import { findTier, tierOf } from "../../../domain/pricing/tier.ts";

describe("tier", () => {
  it.each([
    ["5 a day", 5, "high-activity"],
    ["4.99 a day", 4.99, "regular"],
    ["3 a month", 3 / 30, "regular"],
    ["8 a quarter, in the source's gap", 8 / 90, "regular"],
    ["6 a quarter, in the source's gap", 6 / 90, "regular"],
    ["5 a quarter", 5 / 90, "low-frequency"],
    ["none", 0, "low-frequency"],
  ])("%s", (_story, paymentsPerDay, name) => {
    expect(tierOf(paymentsPerDay)).toEqual(findTier(name as "regular"));
    expect(tierOf(paymentsPerDay).name).toBe(name);
  });
});
