import { describe, expect, it } from "vitest";
import { judgeAmount } from "../../../domain/money/amount.ts";
import {
  addYuan,
  exact,
  formatYuan,
  groupThousands,
  parseYuan,
  type Rounding,
  roundToUnit,
  toCents,
} from "../../../domain/money/money.ts";

describe("money", () => {
  it.each([
    ["2145", "2,145.00"],
    ["0", "0.00"],
    ["999.999", "1,000.00"],
    ["1234567.5", "1,234,567.50"],
    ["-1234.5", "-1,234.50"],
  ])("%s reads %s", (value, shown) => {
    expect(formatYuan(value)).toBe(shown);
  });

  it("groups a figure without decimals", () => {
    expect(groupThousands("200000")).toBe("200,000");
    expect(groupThousands("100")).toBe("100");
  });

  it.each<[Rounding, string, string]>([
    ["half-up", "0.125", "0.13"],
    ["half-up", "-0.125", "-0.13"],
    ["half-even", "0.125", "0.12"],
    ["half-even", "0.135", "0.14"],
    ["half-down", "0.125", "0.12"],
    ["up", "0.1201", "0.13"],
    ["down", "0.1299", "0.12"],
  ])("rounds %s: %s becomes %s", (rounding, value, rounded) => {
    expect(toCents(value, rounding)).toBe(rounded);
  });

  it("rounds to whole yuan and to five fen", () => {
    expect(roundToUnit("888.49", "1", "half-up").toFixed(2)).toBe("888.00");
    expect(roundToUnit("888.01", "1", "up").toFixed(2)).toBe("889.00");
    expect(roundToUnit("888.53", "0.05", "half-up").toFixed(2)).toBe("888.55");
  });

  it("adds what binary floats cannot", () => {
    expect(addYuan(["0.10", "0.20", "1000000000000.01"])).toBe("1000000000000.31");
    expect(addYuan([])).toBe("0.00");
  });

  it.each(["NaN", "Infinity", "-Infinity"])("has no figure for %s", (value) => {
    expect(() => exact(value)).toThrow(new RangeError("Not a finite number"));
  });

  it.each([
    ["20000", "20000"],
    [" ¥20,000.50 ", "20000.5"],
    ["￥ 300", "300"],
    ["-5", "-5"],
    ["+1,234,567", "1234567"],
  ])("reads %j as %s", (text, value) => {
    expect(parseYuan(text)?.toString()).toBe(value);
  });

  it.each([
    "",
    "abc",
    "1e5",
    "20,00",
    "1.2.3",
    ".5",
    "5.",
    "0x10",
    "Infinity",
    "12 000",
    "20000元",
    "5¥",
    "1¥5",
  ])("reads no figure in %j", (text) => {
    expect(parseYuan(text)).toBeUndefined();
  });
});

describe("judging an amount between 500.00 and 200000.00", () => {
  const range = { minimum: "500.00", maximum: "200000.00" };
  it.each([
    ["500", "500.00"],
    ["200000.00", "200000.00"],
    ["1234.5", "1234.50"],
    ["1,234.50", "1234.50"],
  ])("takes %s as %s", (text, amount) => {
    expect(judgeAmount(text, range)).toEqual({ ok: true, amount });
  });

  it.each([
    ["lots", "not-a-number"],
    ["0", "not-positive"],
    ["0.000", "not-positive"],
    ["-5", "not-positive"],
    ["1000.001", "too-many-decimals"],
    ["499.99", "too-small"],
    ["200000.01", "too-large"],
  ])("refuses %s: %s", (text, reason) => {
    expect(judgeAmount(text, range)).toEqual({ ok: false, reason });
  });
});
