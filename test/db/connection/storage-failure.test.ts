import { describe, expect, it } from "vitest";
import { failureCode, isStalemate, isStorageFailure } from "../../../db/connection/storage-failure.ts";

const driver = (code: string): Error => Object.assign(new Error("of the driver"), { code });
const wrapped = (cause: unknown): Error => new Error("of Drizzle", { cause });

describe("a failure of the database", () => {
  it.each([
    ["ECONNREFUSED", true, false],
    ["57P01", true, false],
    ["40P01", false, true],
    ["23505", false, false],
  ])("%s is told by its code, however deep it is wrapped", (code, away, stalemate) => {
    for (const error of [driver(code), wrapped(driver(code)), wrapped(wrapped(driver(code)))]) {
      expect(failureCode(error)).toBe(code);
      expect([isStorageFailure(error), isStalemate(error)]).toEqual([away, stalemate]);
    }
  });

  it("is nothing that has no code", () => {
    for (const error of [wrapped(undefined), "ECONNREFUSED", undefined, { code: "ECONNREFUSED" }])
      expect([failureCode(error), isStorageFailure(error), isStalemate(error)]).toEqual([
        undefined,
        false,
        false,
      ]);
  });
});
