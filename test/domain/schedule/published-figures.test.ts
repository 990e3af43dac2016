/** Figures that others have published, each with its source. Nothing here was computed by this repository. */
import { describe, expect, it } from "vitest";
import { countDays, type DayCount, yearFraction } from "../../../domain/calendar/day-count.ts";
import { dueDatesOf, type Frequency } from "../../../domain/calendar/frequency.ts";
import { internalRates, irr, monthlyApr } from "../../../domain/disclosure/apr.ts";
import { type DatedFlow, xirr } from "../../../domain/disclosure/apr-dated.ts";
import { datedActuarialApr } from "../../../domain/disclosure/apr-reg-z.ts";
import { exact, sum } from "../../../domain/money/money.ts";
import { effectiveRate, nominalRate } from "../../../domain/money/rates.ts";
import { toTheCent } from "../../../domain/money/rounding-rule.ts";
import { type AmortisationOptions, amortise, levelPayment } from "../../../domain/schedule/amortisation.ts";
import { planSchedule } from "../../../domain/schedule/schedule.ts";

const percent = (rate: { times(by: number): { toFixed(places: number): string } } | undefined, places = 2) =>
  rate?.times(100).toFixed(places);

const monthlyFactors = (annual: string, months: number) =>
  Array.from({ length: months }, () => exact(annual).div(12));

/** Spreadsheets do not round: neither do these. */
const unrounded: AmortisationOptions = { rounding: { mode: "half-up", unit: "1e-15" } };

describe("PBOC announcement [2021] No. 3: 100,000 with 1,000 upfront and 12 payments of 8,833.30", () => {
  const apr = monthlyApr(["-99000", ...Array<string>(12).fill("8833.30")]);
  it("is 12.80 % simple", () => expect(percent(exact(apr?.simple ?? 0))).toBe("12.80"));
  it("is 13.58 % compounded", () => expect(percent(exact(apr?.compounded ?? 0))).toBe("13.58"));
});

describe("a published schedule whose lender is not named: 10,000 at 0.05 % a day, equal principal, from 10 February 2016", () => {
  it.each([
    [5, "2145.00", "2030.00", "451.00"],
    [10, "1145.00", "1015.00", "833.50"],
    [20, "645.00", "507.50", "1594.25"],
  ])("%i installments: first %s, last %s, interest %s", (count, first, last, interest) => {
    const rows = planSchedule({
      principal: "10000",
      disbursedOn: "2016-02-10",
      dueDates: dueDatesOf({ disbursedOn: "2016-02-10", frequency: { every: 1, unit: "month" }, count }),
      method: "equal-principal",
      interest: { rate: { daily: "0.0005" }, dayCount: "actual/360", counting: "exclusive" },
      rounding: toTheCent,
    });
    expect(rows[0]?.payment).toBe(first);
    expect(rows.at(-1)?.payment).toBe(last);
    expect(sum(rows.map((row) => row.interest)).toFixed(2)).toBe(interest);
  });
});

describe("Regulation Z, 12 CFR 1026, Appendix J (c): examples for the actuarial method", () => {
  interface Example {
    advance: string;
    on: string;
    first: string;
    frequency: Frequency;
    payments: string[];
    apr: string;
  }
  const month: Frequency = { every: 1, unit: "month" };
  const times = (count: number, payment: string): string[] => Array<string>(count).fill(payment);
  const regular = { advance: "5000", on: "1978-01-10", first: "1978-02-10", frequency: month };

  it.each<[string, Example]>([
    ["(1)(i) monthly, regular first period", { ...regular, payments: times(24, "230"), apr: "9.69" }],
    [
      "(1)(ii) monthly, long first period",
      {
        ...regular,
        advance: "6000",
        on: "1978-02-10",
        first: "1978-04-01",
        payments: times(36, "200"),
        apr: "11.82",
      },
    ],
    [
      "(1)(iii) semimonthly, short first period",
      {
        ...{ advance: "5000", on: "1978-02-23", first: "1978-03-01" },
        ...{ frequency: { every: 1, unit: "half-month" }, payments: times(24, "219.17"), apr: "10.34" },
      },
    ],
    [
      "(1)(iv) quarterly, long first period",
      {
        ...{
          advance: "10000",
          on: "1978-05-23",
          first: "1978-10-01",
          frequency: { every: 3, unit: "month" },
        },
        ...{ payments: times(40, "385"), apr: "8.97" },
      },
    ],
    [
      "(1)(v) weekly, long first period",
      {
        ...{ advance: "500", on: "1978-03-20", first: "1978-04-21", frequency: { every: 1, unit: "week" } },
        ...{ payments: times(30, "17.60"), apr: "14.96" },
      },
    ],
    ["(2)(i) irregular first payment", { ...regular, payments: ["250", ...times(23, "230")], apr: "10.08" }],
    [
      "(2)(ii) every four weeks, long first period, irregular first payment",
      {
        ...{ advance: "400", on: "1978-03-18", first: "1978-04-20", frequency: { every: 4, unit: "week" } },
        ...{ payments: ["39.50", ...times(11, "38.31")], apr: "28.50" },
      },
    ],
    ["(3)(i) irregular final payment", { ...regular, payments: [...times(23, "230"), "280"], apr: "10.50" }],
    [
      "(3)(ii) every two weeks, short first period, irregular final payment",
      {
        ...{ advance: "200", on: "1978-04-03", first: "1978-04-11", frequency: { every: 2, unit: "week" } },
        ...{ payments: [...times(19, "9.50"), "30"], apr: "12.22" },
      },
    ],
    [
      "(4)(i) irregular first and final payments",
      { ...regular, payments: ["250", ...times(22, "230"), "280"], apr: "10.90" },
    ],
    [
      "(4)(ii) every two months, short first period, irregular first and final payments",
      {
        ...{ advance: "8000", on: "1978-01-10", first: "1978-03-01", frequency: { every: 2, unit: "month" } },
        ...{ payments: ["449.36", ...times(18, "465"), "200"], apr: "7.30" },
      },
    ],
    [
      "(5)(i) single payment, measured in days",
      {
        ...{ advance: "1000", on: "1978-01-03", first: "1978-09-15", frequency: { every: 255, unit: "day" } },
        ...{ payments: ["1080"], apr: "11.45" },
      },
    ],
  ])("%s", (_, { advance, on, first, frequency, payments, apr }) => {
    const dates = dueDatesOf({ disbursedOn: on, frequency, count: payments.length, firstDueOn: first });
    const flows: DatedFlow[] = payments.map((amount, index) => ({ amount, on: dates[index] ?? first }));
    expect(percent(datedActuarialApr([{ amount: `-${advance}`, on }, ...flows], frequency))).toBe(apr);
  });
});

describe("spreadsheet documentation (support.microsoft.com, function reference)", () => {
  it.each<[string, string, number, string, string]>([
    ["PMT(8%/12, 10, 10000)", "0.08", 10, "10000", "1037.03"],
  ])("%s", (_, annual, months, principal, payment) => {
    expect(levelPayment(exact(principal), monthlyFactors(annual, months)).toFixed(2)).toBe(payment);
  });

  it.each<[string, string, number, number, "interest" | "principal", string]>([
    ["IPMT(10%/12, 1, 36, 8000)", "8000", 36, 1, "interest", "66.67"],
    ["PPMT(10%/12, 1, 24, 2000)", "2000", 24, 1, "principal", "75.62"],
  ])("%s", (_, principal, months, period, part, amount) => {
    const shares = amortise("level-payment", exact(principal), monthlyFactors("0.1", months), unrounded);
    expect(shares[period - 1]?.[part].toFixed(2)).toBe(amount);
  });

  it.each<[string, string, number, number, "interest" | "principal", string]>([
    ["IPMT(10%, 3, 3, 8000), yearly", "0.1", 3, 3, "interest", "292.45"],
    ["PPMT(8%, 10, 10, 200000), yearly", "0.08", 10, 10, "principal", "27598.05"],
  ])("%s", (name, annual, years, period, part, amount) => {
    const principal = exact(name.includes("8000") ? 8000 : 200000);
    const shares = amortise("level-payment", principal, Array(years).fill(exact(annual)), unrounded);
    expect(shares[period - 1]?.[part].toFixed(2)).toBe(amount);
  });

  const mortgage = amortise("level-payment", exact(125000), monthlyFactors("0.09", 360), unrounded);
  it.each<[string, number, number, "interest" | "principal", number, string]>([
    ["CUMIPMT(9%/12, 360, 125000, 13, 24, 0)", 13, 24, "interest", 5, "11135.23213"],
    ["CUMIPMT(9%/12, 360, 125000, 1, 1, 0)", 1, 1, "interest", 1, "937.5"],
    ["CUMPRINC(9%/12, 360, 125000, 13, 24, 0)", 13, 24, "principal", 7, "934.1071234"],
    ["CUMPRINC(9%/12, 360, 125000, 1, 1, 0)", 1, 1, "principal", 8, "68.27827118"],
  ])("%s", (_, from, to, part, places, total) => {
    expect(sum(mortgage.slice(from - 1, to).map((share) => share[part])).toFixed(places)).toBe(total);
  });

  it("RATE(48, -200, 8000) x 12 is 9.24 %", () => {
    const monthly = irr(["-8000", ...Array<string>(48).fill("200")]);
    expect(percent(monthly?.times(12))).toBe("9.24");
  });

  it.each([
    ["four years", ["-70000", "12000", "15000", "18000", "21000"], "-2.1"],
    ["five years", ["-70000", "12000", "15000", "18000", "21000", "26000"], "8.7"],
    ["two years", ["-70000", "12000", "15000"], "-44.4"],
  ])("IRR after %s is %s: %s %%", (_, flows, rate) => {
    expect(percent(irr(flows), 1)).toBe(rate);
  });

  it("XIRR is 0.373362535", () => {
    const rate = xirr([
      { amount: "-10000", on: "2008-01-01" },
      { amount: "2750", on: "2008-03-01" },
      { amount: "4250", on: "2008-10-30" },
      { amount: "3250", on: "2009-02-15" },
      { amount: "2750", on: "2009-04-01" },
    ]);
    // The documentation prints what its own search stopped at, within a millionth of a percent.
    expect(rate?.toFixed(7)).toBe("0.3733625");
  });

  it("EFFECT(5.25 %, 4) is 0.0535427", () => expect(effectiveRate("0.0525", 4).toFixed(7)).toBe("0.0535427"));
  it("NOMINAL(5.3543 %, 4) is 0.0525003", () =>
    expect(nominalRate("0.053543", 4).toFixed(7)).toBe("0.0525003"));

  it.each([
    ["2011-01-30", "2011-02-01", 1],
    ["2011-01-01", "2011-12-31", 360],
    ["2011-01-01", "2011-02-01", 30],
  ])("DAYS360(%s, %s) is %i", (from, to, days) => {
    expect(countDays("30/360", from, to)).toBe(days);
  });

  it.each<[DayCount, string]>([
    ["30/360", "0.58055556"],
    ["actual/actual", "0.57650273"],
    ["actual/365", "0.57808219"],
  ])("YEARFRAC(2012-01-01, 2012-07-30) on %s is %s", (dayCount, fraction) => {
    expect(yearFraction(dayCount, "2012-01-01", "2012-07-30").toFixed(8)).toBe(fraction);
  });

  // help.apple.com, Formulas and Functions, YEARFRAC
  it.each<[DayCount, string]>([
    ["30/360", "0.541666666666667"],
    ["actual/360", "0.547222222222222"],
    ["actual/365", "0.539726027397260"],
    ["30E/360", "0.541666666666667"],
  ])("YEARFRAC(2009-12-15, 2010-06-30) on %s is %s", (dayCount, fraction) => {
    expect(yearFraction(dayCount, "2009-12-15", "2010-06-30").toFixed(15)).toBe(fraction);
  });
});

describe("numpy-financial documentation", () => {
  it("pmt(0.075/12, 12*15, 200000) is 1854.02", () => {
    expect(levelPayment(exact("200000"), monthlyFactors("0.075", 180)).toFixed(2)).toBe("1854.02");
  });

  it.each([
    [["-100", "39", "59", "55", "20"], "0.28095"],
    [["-100", "0", "0", "74"], "-0.0955"],
    [["-100", "100", "0", "-7"], "-0.0833"],
    [["-100", "100", "0", "7"], "0.06206"],
    [["-5", "10.5", "1", "-8", "1"], "0.0886"],
  ])("irr(%s) is %s", (flows, rate) => {
    expect(irr(flows)?.toFixed(rate.split(".")[1]?.length ?? 0)).toBe(rate);
  });

  it("the amortisation of 2,500 at 8.24 % over a year, as ipmt and ppmt print it", () => {
    const shares = amortise("level-payment", exact(2500), monthlyFactors("0.0824", 12), unrounded);
    const printed = shares.map(({ principal, interest, balance }) =>
      [principal, interest, balance].map((figure) => figure.toFixed(2)).join(" "),
    );
    expect(printed).toEqual([
      "200.58 17.17 2299.42",
      "201.96 15.79 2097.46",
      "203.35 14.40 1894.11",
      "204.74 13.01 1689.37",
      "206.15 11.60 1483.22",
      "207.56 10.18 1275.66",
      "208.99 8.76 1066.67",
      "210.42 7.32 856.25",
      "211.87 5.88 644.38",
      "213.32 4.42 431.05",
      "214.79 2.96 216.26",
      "216.26 1.49 0.00",
    ]);
    expect(sum(shares.map(({ interest }) => interest)).toFixed(2)).toBe("112.98");
  });
});

describe("two rates at once: the usual pair of 10 % and 20 %", () => {
  it("100, -230, 132 has both", () => {
    expect(internalRates(["100", "-230", "132"]).map((rate) => rate.toFixed(10))).toEqual([
      "0.1000000000",
      "0.2000000000",
    ]);
  });
});

describe("European Union, COM(96) 79, Annex III A, first example", () => {
  it("1,000 on 1 January 1994 repaid by 1,200 on 1 July 1995 is 12.96 %", () => {
    const flows = [
      { amount: "-1000", on: "1994-01-01" },
      { amount: "1200", on: "1995-07-01" },
    ];
    expect(percent(xirr(flows))).toBe("12.96");
  });
});

describe("Reserve Bank of India, circular DOR.STR.REC.13/13.03.00/2024-25, Annex B: 20,000 at 15 % over 24 months", () => {
  const rows = planSchedule({
    principal: "20000",
    disbursedOn: "2024-04-15",
    dueDates: dueDatesOf({ disbursedOn: "2024-04-15", frequency: { every: 1, unit: "month" }, count: 24 }),
    method: "level-payment",
    interest: {
      rate: { annual: "0.15" },
      dayCount: "30/360",
      counting: "exclusive",
      equalPeriods: { every: 1, unit: "month" },
    },
    rounding: toTheCent,
    wholeUnits: { mode: "half-up", unit: "1" },
  });
  it("pays 970 in whole rupees", () => {
    // The last payment takes the remainder here: the circular prints none.
    expect(rows.slice(0, -1).every((row) => row.payment === "970.00")).toBe(true);
  });
});

describe("mortgages at 4.9 % a year in equal months, as public Chinese calculators and guides print them", () => {
  it.each([
    ["630000", 360, "3343.58"],
    ["1000000", 240, "6544.44"],
    ["300000", 360, "1592.18"],
    ["1200000", 360, "6368.72"],
    ["700000", 360, "3715.09"],
    ["1000000", 360, "5307.27"],
  ])("%s over %i months pays %s level", (principal, months, payment) => {
    expect(levelPayment(exact(principal), monthlyFactors("0.049", months)).toFixed(2)).toBe(payment);
  });

  it.each([
    ["300000", "273184.86"],
    ["700000", "637431.34"],
    ["1000000", "910616.19"],
  ])("%s over 360 months costs %s of interest, level", (principal, interest) => {
    const shares = amortise("level-payment", exact(principal), monthlyFactors("0.049", 360), unrounded);
    expect(sum(shares.map((share) => share.interest)).toFixed(2)).toBe(interest);
  });

  it.each([
    ["630000", "4322.50", "464336.25"],
    ["700000", "4802.78", "515929.17"],
    ["1000000", "6861.11", "737041.67"],
  ])("%s over 360 months, equal principal: first %s, interest %s", (principal, first, interest) => {
    const shares = amortise("equal-principal", exact(principal), monthlyFactors("0.049", 360), unrounded);
    expect(shares[0]?.principal.plus(shares[0].interest).toFixed(2)).toBe(first);
    expect(sum(shares.map((share) => share.interest)).toFixed(2)).toBe(interest);
  });
});

describe("closing disclosure, 12 CFR 1026, Appendix H-25(B): 162,000 at 3.875 % over 30 years", () => {
  it("pays 761.78 of principal and interest a month", () => {
    expect(levelPayment(exact(162000), monthlyFactors("0.03875", 360)).toFixed(2)).toBe("761.78");
  });
});

describe("Apache Fineract, EMICalculation and LoanBulletBalloon features: whole schedules", () => {
  const plan = (principal: string, annual: string, count: number, principalGrace = 0) =>
    planSchedule({
      principal,
      disbursedOn: "2024-01-01",
      dueDates: dueDatesOf({ disbursedOn: "2024-01-01", frequency: { every: 1, unit: "month" }, count }),
      method: "level-payment",
      interest: { rate: { annual }, dayCount: "30/360", counting: "exclusive" },
      rounding: toTheCent,
      principalGrace,
    }).map((row) => [row.dueDate, row.balance, row.principal, row.interest, row.payment].join(" "));

  it("C3154: 100 at 12 %, 30/360, six months", () => {
    expect(plan("100", "0.12", 6)).toEqual([
      "2024-02-01 83.75 16.25 1.00 17.25",
      "2024-03-01 67.34 16.41 0.84 17.25",
      "2024-04-01 50.76 16.58 0.67 17.25",
      "2024-05-01 34.02 16.74 0.51 17.25",
      "2024-06-01 17.11 16.91 0.34 17.25",
      "2024-07-01 0.00 17.11 0.17 17.28",
    ]);
  });

  it("C3155: 100 at 9.4822 %, 30/360, six months", () => {
    expect(plan("100", "0.094822", 6)).toEqual([
      "2024-02-01 83.66 16.34 0.79 17.13",
      "2024-03-01 67.19 16.47 0.66 17.13",
      "2024-04-01 50.59 16.60 0.53 17.13",
      "2024-05-01 33.86 16.73 0.40 17.13",
      "2024-06-01 17.00 16.86 0.27 17.13",
      "2024-07-01 0.00 17.00 0.13 17.13",
    ]);
  });

  it("BL01: 100 at 30 %, grace on principal up to the last of eight", () => {
    const rows = plan("100", "0.30", 8, 7);
    expect(rows.slice(0, 7).every((row) => row.endsWith(" 100.00 0.00 2.50 2.50"))).toBe(true);
    expect(rows[7]).toBe("2024-09-01 0.00 100.00 2.50 102.50");
  });
});

// 30/360, 30E/360: ISDA, Calculation examples of 30/360 and 30E/360 in the 2006 ISDA Definitions.
// Actual/actual: QuantLib, test-suite/daycounters.cpp, the convention it calls ISDA.
describe("day counts, ISDA 2006 definitions 4.16, as ISDA's own examples and QuantLib's test suite list them", () => {
  it.each([
    ["2006-08-20", "2007-02-20", 180],
    ["2006-08-31", "2007-02-28", 178],
    ["2007-02-28", "2007-08-31", 183],
    ["2007-08-31", "2008-02-29", 179],
    ["2008-02-29", "2008-08-31", 182],
    ["2009-02-28", "2009-08-31", 183],
    ["2007-01-31", "2007-02-28", 28],
    ["2007-02-26", "2008-02-29", 363],
    ["2007-09-30", "2007-10-31", 30],
  ])("30/360 from %s to %s: %i", (from, to, days) => {
    expect(countDays("30/360", from, to)).toBe(days);
  });

  it.each([
    ["2007-02-28", "2007-08-31", 182],
    ["2008-02-29", "2008-08-31", 181],
    ["2007-01-15", "2007-01-31", 15],
  ])("30E/360 from %s to %s: %i", (from, to, days) => {
    expect(countDays("30E/360", from, to)).toBe(days);
  });

  it.each([
    ["2003-11-01", "2004-05-01", "0.4977243806"],
    ["1999-02-01", "1999-07-01", "0.4109589041"],
    ["1999-07-01", "2000-07-01", "1.0013773486"],
    ["2002-08-15", "2003-07-15", "0.9150684932"],
    ["2003-07-15", "2004-01-15", "0.5040047908"],
    ["1999-07-30", "2000-01-30", "0.5038925069"],
    ["2000-01-30", "2000-06-30", "0.4153005464"],
  ])("actual/actual from %s to %s: %s", (from, to, fraction) => {
    expect(yearFraction("actual/actual", from, to).toFixed(10)).toBe(fraction);
  });
});
