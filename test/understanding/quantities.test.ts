import { describe, expect, it } from "vitest";
import { normalise } from "../../bot/understanding/normalise.ts";
import { findQuantities } from "../../bot/understanding/quantities/find-quantities.ts";
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
