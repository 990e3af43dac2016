import { describe, expect, it } from "vitest";
import { arrivalDates, railFee, railOf, rails } from "../../../domain/repayment/rails.ts";

const weekday = (date: string): boolean => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

describe("rails, by the seed's table of 还款方式, 到账时效 and 手续费", () => {
  it("are balance, bank card and credit card", () => {
    expect(rails.map(({ id }) => id)).toEqual(["balance", "bank-card", "credit-card"]);
  });

  it.each([
    ["balance", "2026-11-20", "2026-11-20"],
    ["bank-card", "2026-11-23", "2026-11-24"],
    ["credit-card", "2026-11-21", "2026-11-21"],
  ] as const)("%s money of Friday 20 November 2026 arrives from %s to %s", (id, earliest, latest) => {
    expect(arrivalDates(railOf(id), "2026-11-20", weekday)).toEqual({ earliest, latest });
  });

  it.each([
    ["balance", "0.00", "0.00"],
    ["bank-card", "0.00", "0.00"],
    ["credit-card", "2.15", "6.44"],
  ] as const)("%s costs from %s to %s for 2,145.00, never understated", (id, minimum, maximum) => {
    expect(railFee(railOf(id), "2145.00")).toEqual({ minimum, maximum });
  });

  it("costs a cent more where a part of one is left", () => {
    // 0.1001 and 0.3003
    expect(railFee(railOf("credit-card"), "100.10")).toEqual({ minimum: "0.11", maximum: "0.31" });
  });

  it("at once means that very day, also a Sunday", () => {
    const sunday = { earliest: "2026-11-22", latest: "2026-11-22" };
    expect(arrivalDates(railOf("balance"), "2026-11-22", weekday)).toEqual(sunday);
  });

  it("knows no other", () => {
    expect(() => railOf("cheque" as never)).toThrow(new RangeError("No such rail: cheque"));
  });
});
