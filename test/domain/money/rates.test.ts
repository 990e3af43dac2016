import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../domain/calendar/dates.ts";
import { annualRates, internalRates, irr, monthlyApr } from "../../../domain/disclosure/apr.ts";
import { datedRates, xirr } from "../../../domain/disclosure/apr-dated.ts";
import { actuarialApr, datedActuarialApr } from "../../../domain/disclosure/apr-reg-z.ts";
import { exact } from "../../../domain/money/money.ts";
import { effectiveRate, nominalRate } from "../../../domain/money/rates.ts";

const month = { every: 1, unit: "month" } as const;

/** Flows made of their rates: -(x - 1.12)(x - 1.18) and so on, of which a search by steps sees neither. */
describe("two rates close to one another", () => {
  it.each([
    [["-10000", "23000", "-13216"], "1.44"],
    [["10000", "-23000", "13216"], "1.44"],
    [["-10000", "17000", "-7216"], "-1.44"],
    [["-100000000", "203000000", "-103020000"], "0.12"],
  ])("%j: %s a year", (flows, rate) => {
    const placed = flows.map((amount, whole) => ({ amount, whole, fraction: 0 }));
    expect(actuarialApr(placed, 12)?.toFixed(8)).toBe(exact(rate).toFixed(8));
    expect(irr(flows)?.times(12).toFixed(8)).toBe(exact(rate).toFixed(8));
  });
});

describe("a search that says when there is no answer", () => {
  it.each([
    ["only payments", ["1", "2", "3"]],
    ["only advances", ["-1", "-2"]],
    ["nothing at all", ["0", "0"]],
    ["no flows", []],
    ["two changes of sign and no root", ["-100", "200", "-101"]],
  ])("%s", (_, flows) => {
    expect(irr(flows)).toBeUndefined();
    expect(internalRates(flows)).toEqual([]);
    expect(monthlyApr(flows)).toBeUndefined();
    const dated = flows.map((amount, index) => ({ amount, on: addDays("2026-01-01", index * 365) }));
    expect(xirr(dated)).toBeUndefined();
    expect(datedRates(dated)).toEqual([]);
    expect(
      actuarialApr(
        flows.map((amount, whole) => ({ amount, whole, fraction: 0 })),
        12,
      ),
    ).toBeUndefined();
    expect(datedActuarialApr(dated, month)).toBeUndefined();
  });

  it.each([
    ["no interest", ["-100", "50", "50"], "0.0000000000"],
    ["exactly one percent, where the search looks first", ["-100", "101"], "0.0100000000"],
    ["all but nothing back", ["-100", "0.01"], "-0.9999000000"],
    ["a million times as much back", ["-0.01", "20000"], "1999999.0000000000"],
    ["next to nothing for a long time", ["-100", ...Array<string>(59).fill("0"), "100.01"], "0.0000016666"],
  ])("%s", (_, flows, rate) => {
    expect(irr(flows)?.toFixed(10)).toBe(rate);
  });

  it("lists every root, those above zero first", () => {
    expect(internalRates(["-100", "100", "0", "-7"]).map((rate) => rate.toFixed(4))).toEqual([
      "-0.0833",
      "-0.6789",
    ]);
    expect(internalRates(["-5", "10.5", "1", "-8", "1"]).map((rate) => rate.toFixed(4))).toEqual([
      ...["0.0886", "0.7096", "-0.8702"],
    ]);
  });

  it("lists every root of dated flows", () => {
    const flows = ["100", "-230", "132"].map((amount, index) => ({
      amount,
      on: addDays("2026-01-01", index * 365),
    }));
    expect(datedRates(flows).map((rate) => rate.toFixed(10))).toEqual(["0.1000000000", "0.2000000000"]);
  });

  it.each([
    ["two that lie close together", ["-1000", "2260", "-1276.5"], ["0.1100000000", "0.1500000000"]],
    ["two that are one", ["-100", "224", "-125.44"], ["0.1200000000"]],
    ["three that are one", ["-1000", "3360", "-3763.2", "1404.928"], ["0.1200000000"]],
    ["two losses that lie close together", ["-1000", "1740", "-756"], ["-0.1000000000", "-0.1600000000"]],
  ])("finds %s", (_, flows, roots) => {
    expect(internalRates(flows).map((rate) => rate.toFixed(10))).toEqual(roots);
  });

  it("finds the rate of a single day, however high or low", () => {
    const overnight = (amount: string) =>
      xirr([
        { amount: "-100", on: "2026-01-01" },
        { amount, on: "2026-01-02" },
      ]);
    // 1.1 ^ 365 - 1 and 0.99 ^ 365 - 1, by Python's decimal
    expect(overnight("110")?.toFixed(4)).toBe("1283305580313351.6969");
    expect(overnight("99")?.toFixed(10)).toBe("-0.9744820355");
    expect(overnight("1")?.toFixed(10)).toBe("-1.0000000000");
  });

  it("adds up flows of one day, and passes over those of nothing", () => {
    const flows = [
      { amount: "-60", on: "2026-01-01" },
      { amount: "0", on: "2025-01-01" },
      { amount: "110", on: "2027-01-01" },
      { amount: "-40", on: "2026-01-01" },
    ];
    expect(datedRates(flows).map((rate) => rate.toFixed(10))).toEqual(["0.1000000000"]);
  });

  it("takes dated flows in any order", () => {
    const flows = [
      { amount: "121", on: "2027-01-01" },
      { amount: "-110", on: "2026-01-01" },
    ];
    expect(xirr(flows)?.toFixed(12)).toBe("0.100000000000");
    expect(datedActuarialApr(flows, { every: 12, unit: "month" })?.toFixed(12)).toBe("0.100000000000");
  });
});

const rates = fc.integer({ min: -3000, max: 100_000 }).map((value) => exact(value).div(10_000));
const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 });

describe("flows made of their rates", () => {
  const distinct = fc.uniqueArray(fc.integer({ min: -90, max: 300 }), { minLength: 2, maxLength: 4 });

  /** The product of (1 + rate - growth): worth nothing at each of the rates, and at no other. */
  const flowsOf = (percents: number[]) =>
    percents.reduce(
      (flows, percent) => {
        const growth = exact(percent).div(100).plus(1);
        return flows
          .concat(exact(0))
          .map((flow, index) => flow.times(-1).plus(growth.times(flows[index - 1] ?? 0)));
      },
      [exact(100)],
    );

  it("give back every one of them", () => {
    fc.assert(
      fc.property(distinct, (percents) => {
        const found = internalRates(flowsOf(percents)).map((rate) => rate.times(100).toFixed(8));
        expect(found.map(Number).toSorted((a, b) => a - b)).toEqual(percents.toSorted((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });
});

describe("every loan's flows, which change sign once", () => {
  it("give back the rate at which they were discounted", () => {
    fc.assert(
      fc.property(rates, amounts, (rate, payments) => {
        fc.pre(payments.some((payment) => payment > 0));
        const advance = payments.reduce(
          (total, payment, index) => total.plus(exact(payment).div(rate.plus(1).pow(index + 1))),
          exact(0),
        );
        expect(
          irr([advance.negated(), ...payments])
            ?.minus(rate)
            .abs()
            .lessThan("1e-12"),
        ).toBe(true);
        const dated = payments.map((amount, index) => ({
          amount: String(amount),
          on: addDays("2026-01-01", (index + 1) * 365),
        }));
        const found = xirr([{ amount: advance.negated().toString(), on: "2026-01-01" }, ...dated]);
        expect(found?.minus(rate).abs().lessThan("1e-12")).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("discounted by Regulation Z, with a fraction of a period, give their rate back", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }).map((value) => exact(value).div(10_000)),
        amounts,
        fc.integer({ min: 0, max: 29 }),
        (rate, payments, oddDays) => {
          fc.pre(payments.some((payment) => payment > 0));
          const fraction = exact(oddDays).div(30);
          const flows = payments.map((amount, index) => ({ amount, whole: index + 1, fraction }));
          const advance = flows.reduce(
            (total, { amount, whole }) =>
              total.plus(exact(amount).div(rate.plus(1).pow(whole).times(fraction.times(rate).plus(1)))),
            exact(0),
          );
          const apr = actuarialApr([{ amount: advance.negated(), whole: 0, fraction: 0 }, ...flows], 12);
          expect(apr?.minus(rate.times(12)).abs().lessThan("1e-11")).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe("rates a year", () => {
  it("simple and compounded, six decimals, half up", () => {
    expect(annualRates(exact("0.01"), 12)).toEqual({ simple: "0.120000", compounded: "0.126825" });
    expect(annualRates(exact("0.0000005"), 1)).toEqual({ simple: "0.000001", compounded: "0.000001" });
  });

  it("nominal and effective are each other's inverse", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 1, max: 365 }), (value, times) => {
        const nominal = exact(value).div(10_000);
        const back = nominalRate(effectiveRate(nominal, times), times);
        expect(back.minus(nominal).abs().lessThan("1e-20")).toBe(true);
      }),
    );
  });

  it("that make no sense are refused", () => {
    expect(() => effectiveRate("0.1", 0)).toThrow(new RangeError("Compoundings a year must be positive"));
    expect(() => nominalRate("0.1", -1)).toThrow(RangeError);
    expect(() => nominalRate("-1", 12)).toThrow(new RangeError("A rate must be above -100 %"));
    expect(() => effectiveRate("-12", 12)).toThrow(RangeError);
  });
});
