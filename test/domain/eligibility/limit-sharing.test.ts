import { describe, expect, it } from "vitest";
import { shareLimit } from "../../../domain/eligibility/limit-sharing.ts";

const limits = [
  { productId: "weilidai", amount: "50000.00" },
  { productId: "xiaoe-huaqian", amount: "20000.00" },
  { productId: "we2000", amount: "2000.00" },
];
const sharedAfter = (...outstanding: [string, string][]) =>
  shareLimit({ limits, outstanding: outstanding.map(([productId, amount]) => ({ productId, amount })) });
const free = (...outstanding: [string, string][]) =>
  sharedAfter(...outstanding).available.map(({ amount }) => amount);

describe("one overall limit across products", () => {
  it("is the largest of them, not their sum", () => {
    expect(sharedAfter()).toEqual({ overall: "50000.00", used: "0.00", available: limits });
  });

  it.each<[string, [string, string][], string[]]>([
    ["a loan takes from its own product", [["weilidai", "10000.00"]], ["40000.00", "20000.00", "2000.00"]],
    [
      "and from the others once the whole is short",
      [["weilidai", "35000.00"]],
      ["15000.00", "15000.00", "2000.00"],
    ],
    [
      "two products together",
      [
        ["weilidai", "30000.00"],
        ["xiaoe-huaqian", "19000.00"],
      ],
      ["1000.00", "1000.00", "1000.00"],
    ],
    ["a product borrowed to its own limit", [["we2000", "2000.00"]], ["48000.00", "20000.00", "0.00"]],
    ["nothing is left, never less", [["weilidai", "50000.01"]], ["0.00", "0.00", "0.00"]],
    [
      "a product that has no limit any more counts all the same",
      [["old", "49500.00"]],
      ["500.00", "500.00", "500.00"],
    ],
  ])("%s", (_story, outstanding, expected) => {
    expect(free(...outstanding)).toEqual(expected);
  });

  it("sums several loans of one product", () => {
    expect(sharedAfter(["we2000", "500.00"], ["we2000", "700.50"])).toMatchObject({
      used: "1200.50",
      available: [{ amount: "48799.50" }, { amount: "20000.00" }, { amount: "799.50" }],
    });
  });

  it("grants nothing where there is no limit", () => {
    expect(shareLimit({ limits: [], outstanding: [] })).toEqual({
      overall: "0.00",
      used: "0.00",
      available: [],
    });
  });
});
