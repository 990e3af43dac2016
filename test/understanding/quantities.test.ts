import { describe, expect, it } from "vitest";
import { normalise } from "../../bot/reading/normalise.ts";
import { findQuantities } from "../../bot/reading/quantities/find-quantities.ts";
import { expressions } from "./quantity-expressions.ts";

/** A Tuesday. */
const today = "2026-02-10";

function inShort(said: string): string {
  return findQuantities(normalise(said), today)
    .map((found) => {
      switch (found.kind) {
        case "amount":
        case "number":
          return found.value;
        case "term":
          return `${found.months} months`;
        case "days":
          return `${found.days} days`;
        case "date":
          return found.on ?? "date";
        case "range":
          return `${found.low} to ${found.high}`;
        case "relative":
          return `${found.value} ${found.change}`;
        case "multiple":
          return `times ${found.factor}`;
        case "vague":
          return found.around === undefined ? "vague" : `about ${found.around}`;
        case "foreign":
          return `foreign ${found.value}`;
        case "ordinal":
          return `number ${found.value}`;
        case "percent":
          return `${found.value} %`;
        default:
          return found.kind;
      }
    })
    .join(", ");
}

describe("quantities, each expression exact", () => {
  it("the table has at least 200 expressions", () => {
    expect(new Set(expressions.map(([said]) => said)).size).toBeGreaterThanOrEqual(200);
  });
  it.each(expressions)("%s", (said, expected) => {
    expect(inShort(said)).toBe(expected);
  });
});

it.each(["还12.5块5毛", "借10000.5块5", "先还3.05块零5分", "1.5元五"])(
  "tenths said twice are asked back, not guessed: %s",
  (said) => expect(inShort(said)).toBe("vague"),
);

it.each([
  ["三块五", "3.5"],
  ["1.5万块5", "15000.5"],
  ["还2145块3毛5", "2145.35"],
])("tenths said once are read: %s", (said, read) => expect(inShort(said)).toBe(read));
