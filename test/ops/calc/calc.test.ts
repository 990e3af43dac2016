import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../domain/calendar/dates.ts";
import { calc } from "../../../ops/calc/calc.ts";

interface Ran {
  code: number;
  out: string;
  complaint: string;
}

async function run(line: string, input = ""): Promise<Ran> {
  const out: string[] = [];
  const complaints: string[] = [];
  const code = await calc(line.split(" ").filter(Boolean), {
    input: Readable.from([input]),
    print: (text) => out.push(text),
    complain: (text) => complaints.push(text),
  });
  return { code, out: out.join("\n"), complaint: complaints.join("\n") };
}

const json = async (line: string): Promise<Record<string, unknown>> => {
  const { code, out, complaint } = await run(`${line} --json`);
  expect([code, complaint]).toEqual([0, ""]);
  return JSON.parse(out) as Record<string, unknown>;
};

const answers = async (verb: string, ...requests: unknown[]): Promise<Record<string, unknown>[]> => {
  const input = requests
    .map((request) => (typeof request === "string" ? request : JSON.stringify(request)))
    .join("\n");
  const { code, out } = await run(`${verb} --jsonl`, input);
  const all = out.split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(code).toBe(all.some(({ ok }) => ok) ? 0 : 2);
  return all;
};

const published =
  "--principal 10000 --daily-rate 0.0005 --method equal-principal --installments 5 --disbursed 2016-02-10";

describe("calc schedule", () => {
  it("gives the published figures", async () => {
    const { installments, totals } = await json(`schedule ${published}`);
    expect(installments).toMatchObject([
      { payment: "2145.00" },
      {},
      {},
      {},
      { payment: "2030.00", balance: "0.00" },
    ]);
    expect(totals).toEqual({ principal: "10000.00", interest: "451.00", payments: "10451.00" });
  });

  it("prints them as a table for people", async () => {
    const { out } = await run(`schedule ${published}`);
    const lines = out.split("\n");
    expect(lines[0]?.trim().split(/\s+/)).toEqual([
      "number",
      "due",
      "days",
      "payment",
      "principal",
      "interest",
      "balance",
    ]);
    expect(lines[2]?.trim().split(/\s+/)).toEqual([
      "1",
      "2016-03-10",
      "29",
      "2145.00",
      "2000.00",
      "145.00",
      "8000.00",
    ]);
    expect(out).toContain("total interest   451.00");
  });

  const base = {
    principal: 12000,
    annualRate: "0.12",
    disbursed: "2026-01-15",
    installments: 3,
    dayCount: "30/360",
  };
  const payments = ({ installments }: Record<string, unknown>) =>
    (installments as { payment: string; dueDate: string }[]).map(({ payment }) => payment);

  it.each<[string, Record<string, unknown>, string[]]>([
    ["level by default", {}, ["4080.27", "4080.27", "4080.26"]],
    ["interest first", { method: "interest-first" }, ["120.00", "120.00", "12120.00"]],
    ["pay any time", { method: "pay-any-time" }, ["12360.00"]],
    ["whole yuan", { wholeUnit: 1 }, ["4080.00", "4080.00", "4080.80"]],
    ["whole yuan, up", { wholeUnit: 1, wholeRounding: "up" }, ["4081.00", "4081.00", "4078.77"]],
    ["fixed", { fixedInstallment: 4000 }, ["4000.00", "4000.00", "4243.21"]],
    [
      "grace on principal",
      { method: "equal-principal", principalGrace: 1 },
      ["120.00", "6120.00", "6060.00"],
    ],
    ["grace on interest", { method: "equal-principal", interestGrace: 1 }, ["4000.00", "4200.00", "4040.00"]],
    ["interest-free", { method: "interest-first", interestFree: 1 }, ["0.00", "120.00", "12120.00"]],
    [
      "equal months",
      { method: "interest-first", dayCount: "actual/360", equalMonths: true },
      ["120.00", "120.00", "12120.00"],
    ],
    ["actual/360", { method: "interest-first", dayCount: "actual/360" }, ["124.00", "112.00", "12124.00"]],
    [
      "both ends",
      { method: "interest-first", dayCount: "actual/360", counting: "inclusive" },
      ["128.00", "112.00", "12124.00"],
    ],
    ["rounded up to ten fen", { rounding: "up", unit: "0.10" }, ["4080.30", "4080.30", "4080.20"]],
    ["weekly", { method: "interest-first", frequency: "weekly" }, ["28.00", "28.00", "12024.00"]],
    ["every ten days", { method: "interest-first", frequency: "10-days" }, ["40.00", "36.00", "12040.00"]],
    [
      "given dates",
      { method: "interest-first", dueDates: ["2026-02-15", "2026-08-15"], installments: undefined },
      ["120.00", "12720.00"],
    ],
    [
      "an odd first period",
      { method: "interest-first", firstDue: "2026-03-01" },
      ["184.00", "120.00", "12120.00"],
    ],
    ["a day of the month", { method: "interest-first", dayOfMonth: 1 }, ["64.00", "120.00", "12120.00"]],
  ])("%s", async (_, change, expected) => {
    const [answer = {}] = await answers("schedule", { ...base, ...change });
    expect(payments(answer)).toEqual(expected);
  });
});

describe("calc payoff and allocate", () => {
  it("a payoff has lines that add up", async () => {
    expect(await json(`payoff ${published} --on 2016-04-20`)).toMatchObject({
      ...{ on: "2016-04-20", total: "10350.00" },
      lines: { penalty: "51.00", interest: "299.00", principal: "10000.00" },
    });
  });

  it("to the period's end, after payments, under another penalty", async () => {
    const line = `payoff ${published} --on 2016-04-20 --payments 2016-03-10=2145:due --interest-until period-end --penalty-rate 0.001`;
    expect((await json(line))["lines"]).toEqual({
      penalty: "20.00",
      interest: "214.00",
      principal: "8000.00",
    });
  });

  it("shows what each payment covers and where the loan then stands", async () => {
    const answer = await json(`allocate ${published} --payments 2016-02-20=3000 --excess last`);
    expect(answer["payments"]).toEqual([
      {
        ...{ on: "2016-02-20", kind: "partial", amount: "3000.00" },
        allocations: [
          { installment: 1, penalty: "0.00", interest: "50.00", principal: "0.00" },
          { installment: 4, penalty: "0.00", interest: "0.00", principal: "950.00" },
          { installment: 5, penalty: "0.00", interest: "0.00", principal: "2000.00" },
        ],
      },
    ]);
    expect(answer["position"]).toMatchObject({ on: "2016-02-20", outstandingPrincipal: "7050.00" });
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      "waterfall",
      { waterfall: ["principal", "interest", "penalty"] },
      { penalty: "0.00", interest: "0.00", principal: "400.00" },
    ],
    ["across parts", { across: "parts" }, { penalty: "41.00", interest: "145.00", principal: "80.00" }],
    ["grace", { graceDays: 50 }, { penalty: "0.00", interest: "145.00", principal: "255.00" }],
    [
      "grace's end",
      { graceDays: 5, graceFrom: "grace-end" },
      { penalty: "36.00", interest: "145.00", principal: "219.00" },
    ],
    [
      "counting",
      { penaltyCounting: "inclusive" },
      { penalty: "42.00", interest: "145.00", principal: "213.00" },
    ],
    ["cap", { penaltyCap: "0.01" }, { penalty: "20.00", interest: "145.00", principal: "235.00" }],
  ])("%s decides what 400 on 20 April cover of the first installment", async (_, change, expected) => {
    const request = { principal: 10000, dailyRate: 0.0005, method: "equal-principal", installments: 5 };
    const [answer = {}] = await answers("allocate", {
      ...{ ...request, disbursed: "2016-02-10", payments: ["2016-04-20=400"], ...change },
    });
    expect(answer["payments"]).toMatchObject([
      { allocations: [{ installment: 1, ...expected }, ...(change["across"] ? [{}] : [])] },
    ]);
  });

  it("a refund gives back what is held, and no more", async () => {
    const loan = {
      principal: 10000,
      dailyRate: 0,
      installments: 2,
      disbursed: "2016-02-10",
      on: "2016-03-01",
    };
    const paid = { ...loan, payments: ["2016-02-20=10500"] };
    const [held, some, rest, more] = await answers(
      "allocate",
      paid,
      { ...paid, refunds: "2016-02-21=200" },
      { ...paid, refunds: ["2016-02-21=200", "2016-02-25=300"] },
      { ...paid, refunds: ["2016-02-21=200", "2016-02-25=300.01"] },
    );
    expect([held, some, rest].map((answer) => answer?.["position"])).toMatchObject([
      { held: "500.00" },
      { held: "300.00" },
      { held: "0.00", settled: true },
    ]);
    expect(more?.["error"]).toBe("refunds: 300.01 is more than is held on 2016-02-25, 300.00");
  });

  it("a reversed payment counts for nothing", async () => {
    const answer = await json(
      `allocate ${published} --payments 2016-03-10=2145:due:reversed --on 2016-03-20`,
    );
    expect(answer).toMatchObject({ payments: [], position: { overdue: { total: "2155.00" } } });
  });
});

/** Ten decimals are by bisection in Python's decimal; published figures have the first of them. */
describe("calc rates", () => {
  it("apr with fees: the example of PBOC announcement [2021] No. 3", async () => {
    const line =
      "apr --principal 100000 --upfront-fee 1000 --payment 8833.30 --installments 12 --disbursed 2021-03-31";
    expect(await json(line)).toMatchObject({
      simple: "0.1280380185",
      compounded: "0.1358255763",
      regulationZ: "0.1280380185",
      received: "99000.00",
    });
  });

  it("apr of a schedule, with a fee at every installment", async () => {
    const plain = await json(`apr ${published}`);
    const dearer = await json(`apr ${published} --periodic-fee 10`);
    expect(plain["simple"]).toBe("0.1803480938");
    expect(Number(dearer["simple"])).toBeGreaterThan(Number(plain["simple"]));
  });

  it("apr of one payment after three months counts three periods, not one", async () => {
    const request = { principal: 10000, disbursed: "2026-01-15", dailyRate: "0.05%", months: 3 };
    const [answer] = await answers("apr", { ...request, method: "pay-any-time" });
    expect(answer).toMatchObject({
      ...{ simple: "0.1773655396", compounded: "0.1925186006", xirr: "0.1954383332" },
      payments: [{ on: "2026-04-15", amount: "10450" }],
    });
  });

  // Regulation Z, Appendix J (c): (4)(i), (1)(iii), (5)(i)
  it.each([
    [
      { principal: 5000, disbursed: "1978-01-10", payment: ["250", "230x22", "280"] },
      { regulationZ: "0.1089554870", simple: "0.1089554870" },
    ],
    [
      {
        ...{ principal: 5000, disbursed: "1978-02-23", firstDue: "1978-03-01", frequency: "semimonthly" },
        ...{ payment: 219.17, installments: 24 },
      },
      { regulationZ: "0.1033790291" },
    ],
    [
      { flows: ["1978-01-03=-1000", "1978-09-15=1080"] },
      { regulationZ: "0.1145098039", simple: null, compounded: null },
    ],
    // The same appendix (c)(5)(ii), (iii), (iv): a quarter, a year and a half, two years.
    [{ flows: ["1978-07-15=-1000", "1978-10-15=1044"] }, { regulationZ: "0.1760000000" }],
    [{ flows: ["1978-01-17=-1000", "1979-07-17=1135.19"] }, { regulationZ: "0.0875704709" }],
    [{ flows: ["1978-01-03=-1000", "1980-01-03=1240"] }, { regulationZ: "0.1135528726" }],
    // By hand: sqrt(1.21) - 1 a year, whatever the period is called.
    [
      { flows: ["2020-01-15=-1000", "2022-01-15=1210"], frequency: "24-months" },
      { regulationZ: "0.1000000000" },
    ],
    // 35 days into years of 365 (b)(5)(v)(B), by an independent solver.
    [
      {
        ...{ principal: 1000, payment: 500, installments: 5, frequency: "yearly" },
        ...{ disbursed: "2023-10-26", firstDue: "2023-11-30" },
      },
      { regulationZ: "0.7834414257", simple: null },
    ],
  ])("apr by Regulation Z of %j", async (request, rates) => {
    expect((await answers("apr", request))[0]).toMatchObject(rates);
  });

  it("apr of a loan repaid at once is the same however its term is told", async () => {
    const loan = { principal: 10000, annualRate: "24%", method: "pay-any-time", disbursed: "2026-01-15" };
    const told = await answers(
      "apr",
      { ...loan, dueDates: "2027-01-15" },
      { ...loan, installments: 12 },
      { ...loan, installments: 1, firstDue: "2027-01-15" },
    );
    for (const rates of told)
      expect(rates).toMatchObject({ compounded: "0.2400000000", regulationZ: "0.2400000000" });
    const [odd] = await answers("apr", { ...loan, dueDates: "2026-02-28" });
    expect(odd).toMatchObject({ simple: null, compounded: null });
  });

  it("apr of a first period of several counts them, and is not told of one that is odd otherwise", async () => {
    const loan = { principal: 10000, annualRate: "12%", equalMonths: true, disbursed: "2026-01-15" };
    const [late, short] = await answers(
      "apr",
      { ...loan, installments: 6, firstDue: "2026-07-15" },
      { ...loan, installments: 6, firstDue: "2026-01-20" },
    );
    // Six months of simple interest before the first payment: a little less than 12 % compounded by the month.
    expect(Number(late?.["simple"])).toBeGreaterThan(0.117);
    expect(Number(late?.["simple"])).toBeLessThan(0.12);
    expect(short).toMatchObject({ simple: null, compounded: null });
  });

  it("apr of given dates is simple where a frequency has them, and by dates alone where none has", async () => {
    const request = { principal: 1000, disbursed: "2026-01-31", payment: 510 };
    const [monthly, odd] = await answers(
      "apr",
      { ...request, dueDates: "2026-02-28,2026-03-28" },
      { ...request, dueDates: ["2026-02-28", "2026-04-01"] },
    );
    expect(monthly?.["simple"]).not.toBeNull();
    expect(odd).toMatchObject({ ok: true, simple: null, compounded: null });
  });

  it("irr, with repeated flows and all roots", async () => {
    expect(await json("irr --flows -99000,8833.30x12")).toEqual({
      ...{ periodic: "0.0106698349", simple: "0.1280380185", compounded: "0.1358255763" },
      otherPeriodicRates: [],
    });
    expect(await json("irr --flows 100,-230,132 --periods-per-year 1")).toMatchObject({
      ...{ periodic: "0.1000000000", otherPeriodicRates: ["0.2000000000"] },
    });
  });

  it("xirr: the spreadsheet's example, dates with their flows or apart", async () => {
    const flows = "2008-01-01=-10000,2008-03-01=2750,2008-10-30=4250,2009-02-15=3250,2009-04-01=2750";
    expect(await json(`xirr --flows ${flows}`)).toEqual({ rate: "0.3733625335", otherRates: [] });
    const dates = ["2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"];
    const [apart, short] = await answers(
      "xirr",
      { values: [-10000, 2750, 4250, 3250, 2750], dates },
      { values: [-10000, 2750], dates },
    );
    expect(apart?.["rate"]).toBe("0.3733625335");
    expect(short?.["error"]).toBe("there are 2 flows and 5 dates");
  });

  it("nominal and effective", async () => {
    expect(await json("rate --nominal 5.25% --compoundings 4")).toMatchObject({
      effective: "0.0535426674",
    });
    expect(await json("rate --effective 0.053543 --compoundings 4")).toMatchObject({
      nominal: "0.0525003199",
    });
  });
});

describe("calc penalty and buckets", () => {
  it("penalty", async () => {
    expect(await json("penalty --principal 2000 --due 2016-03-10 --on 2016-03-20")).toEqual({
      ...{ daysPastDue: 10, days: 10, amount: "10.00", capped: false },
    });
  });

  it("penalty under every convention", async () => {
    const request = { principal: "2,000.00", dueDate: "2016-03-10", on: "2016-03-20" };
    const all = await answers(
      "penalty",
      { ...request, rate: "0.1%" },
      { ...request, graceDays: 3, graceFrom: "grace-end" },
      { ...request, counting: "inclusive" },
      { ...request, cap: "0.4%" },
      { ...request, graceDays: 10 },
      { ...request, principal: "1999.11", rounding: "down", unit: "0.1" },
    );
    expect(all.map(({ amount }) => amount)).toEqual(["20.00", "7.00", "11.00", "8.00", "0.00", "9.90"]);
  });

  it("buckets of days, of dates, and all of them", async () => {
    const expected = {
      daysPastDue: 45,
      bucket: "31-60",
      reportCode: "2",
      riskClass: "special-mention",
      collection: "letter",
    };
    expect(await json("buckets --days 45")).toEqual(expected);
    expect(await json("buckets --due 2016-03-10 --on 2016-04-24")).toEqual(expected);
    expect(await json("buckets --due 2016-03-10 --on 2016-04-10 --counting inclusive")).toMatchObject({
      bucket: "31-60",
    });
    expect(await json("buckets --days 0")).toMatchObject({ bucket: "current", collection: null });
    expect((await json("buckets"))["buckets"]).toHaveLength(8);
  });
});

describe("calc --jsonl", () => {
  it("answers line by line, each request on its own, an error as an answer", async () => {
    const all = await answers(
      "",
      { id: 1, calc: "irr", flows: [-100, "101"] },
      "not json",
      { id: 2, calc: "irr", flows: [1, 2] },
      { id: 3, calc: "nothing" },
      { id: 4, flows: [1, 2] },
      [1],
      { id: 5, calc: "schedule", principal: "-1" },
      { id: 6, calc: "penalty", principal: 2000, due: "2016-03-10", on: "2016-03-20" },
    );
    expect(all.map(({ id, ok }) => [id, ok])).toEqual([
      [1, true],
      [undefined, false],
      [2, false],
      [3, false],
      [4, false],
      [undefined, false],
      [5, false],
      [6, true],
    ]);
    expect(all[1]?.["error"]).toBe("the line is not JSON");
    expect(all[2]?.["error"]).toBe("the flows have no internal rate of return");
    expect(all[6]?.["error"]).toBe("principal: must be positive; disbursed: is missing");
    expect(all[7]).toMatchObject({ calc: "penalty", amount: "10.00" });
  });

  it("exits with an error when not one request was answered, and only then", async () => {
    expect(await run("irr --jsonl", "[1]\nnot json")).toMatchObject({ code: 2, complaint: "" });
    expect(await run("irr --jsonl", '[1]\n{"flows":[-1,2]}')).toMatchObject({ code: 0 });
    expect(await run("irr --jsonl", "")).toMatchObject({ code: 0 });
  });

  it.each([
    ['{"flows":[-100,110],"flows":[-100,120]}', "flows is given twice"],
    ['{"a":{"on":1,"on":2}}', "on is given twice"],
    ['{"id":1,"\\u0069d":2}', "id is given twice"],
  ])("a name said twice is refused: %s", async (line, error) => {
    expect((await answers("irr", line))[0]).toEqual({ ok: false, error });
  });

  it("names in different objects, in texts, or as values are not said twice", async () => {
    const line =
      '{"id":"flows\\":{","calc":"xirr","flows":[{"on":"2026-01-01","amount":-1},{"on":"2027-01-01","amount":2}]}';
    expect((await answers("", line))[0]).toMatchObject({ ok: true });
  });

  it.each([
    [{ calc: "irr", flows: Array(14_000).fill("1x9999") }, "flows: are more than 5000"],
    [{ calc: "irr", flows: ["-1", "1x4999", "1x2"] }, "flows: are more than 5000"],
    [
      {
        ...{ calc: "allocate", principal: 10000, dailyRate: 0, installments: 1200, disbursed: "2026-01-01" },
        payments: Array(3_000).fill("2026-02-01=1"),
      },
      "1200 installments with 3000 payments are too many: at most 250000 of one times the other",
    ],
  ])("too much is refused before any work: request %#", async (request, error) => {
    expect((await answers("", request))[0]).toMatchObject({ ok: false, error });
  });

  it("what is not known is repeated in part only", async () => {
    const long = "x".repeat(5_000);
    const all = await answers(
      "irr",
      { calc: long },
      { [long]: 1 },
      { flows: [long, 1] },
      `{"${long}":1,"${long}":2}`,
    );
    for (const { error } of all) {
      expect(String(error)).toContain(`${"x".repeat(40)}…`);
      expect(String(error).length).toBeLessThan(200);
    }
  });

  it("skips empty lines", async () => {
    expect(await answers("buckets", "", { days: 1 }, "")).toHaveLength(1);
  });
});

describe("calc that cannot be", () => {
  it.each<[string, string | RegExp]>([
    [
      "nope",
      "no such calculation: nope; there are schedule, payoff, apr, irr, xirr, rate, allocate, penalty, buckets",
    ],
    ["schedule --nope 1", "schedule knows nothing called nope; calc schedule --help lists what there is"],
    ["schedule --principl 1", "schedule knows nothing called principl; did you mean principal?"],
    ["--nope", "Unknown option '--nope'"],
    [
      "schedule --principal x --disbursed 2016-02-10",
      "principal: is not a plain figure, such as 10000 or 0.01",
    ],
    ["schedule --principal 1.001 --disbursed 2016-02-10", "principal: has more than two decimals"],
    ["schedule --principal 1 --disbursed 2016-02-30", "disbursed: is not a date, YYYY-MM-DD"],
    [
      "schedule --principal 1 --disbursed 2016-02-10 --annual-rate 0.1",
      "give installments, months or dueDates",
    ],
    ["schedule --principal 1 --disbursed 2016-02-10 --installments 2", "give either dailyRate or annualRate"],
    [`schedule ${published} --annual-rate 0.1`, "give either dailyRate or annualRate"],
    [`schedule ${published} --equal-months`, "equalMonths needs an annualRate"],
    [
      `schedule ${published} --principal-grace 5`,
      "principalGrace must be less than the installments, which are 5",
    ],
    [`payoff ${published} --on 2016-02-09`, "on lies before the disbursement"],
    [`payoff ${published} --on 2016-02-20 --payments 2016-02-20=10050:payoff`, "the loan is settled"],
    [`allocate ${published} --waterfall interest,principal`, "waterfall: names each part once"],
    ["irr --flows -100,x", "flows: x is not AMOUNT or AMOUNTxN"],
    ["irr --flows -100", "flows: needs from two to 5000 flows"],
    ["xirr --flows 2008-01-01=1,2009-01-01=1", "the flows have no internal rate of return"],
    ["rate --compoundings 4", "give either nominal or effective"],
    ["buckets --due 2016-03-10", "give days, or due and on"],
    ["buckets --days 5 --due 2016-03-10", "give either days, or due and on"],
    ["buckets --days 1.5", "days: is not a whole number from 0 to 1000000"],
    [`allocate ${published} --on 2016-02-09`, "on lies before the disbursement"],
    [`schedule ${published} --principal 5`, "--principal is given twice"],
    [`schedule ${published} --unit 0.001`, "unit: has more than two decimals"],
    [`schedule ${published} --unit 3`, "principal must be a multiple of unit, which is 3"],
    [`schedule ${published} --fixed-installment 2000.005`, "fixedInstallment: has more than two decimals"],
    [
      `schedule ${published} --interest-grace 9`,
      "interestGrace must be less than the installments, which are 5",
    ],
    [`schedule ${published} --first-due 2016-02-10`, "firstDue must be later than disbursed"],
    [
      `schedule ${published} --jsonl`,
      /^with --jsonl the requests come on stdin: leave out principal, daily-rate,/,
    ],
    [
      "schedule --principal 10000 --daily-rate 0.0005 --disbursed 2016-02-10 --due-dates 2016-04-10,2016-03-10",
      "dueDates must be later than disbursed, and each later than the one before",
    ],
    ["penalty --principal 2000 --due 0050-01-01 --on 2016-03-20", "due: is not a date, YYYY-MM-DD"],
    [
      "penalty --principal 2000.005 --due 2016-03-10 --on 2016-03-20",
      "principal: has more than two decimals",
    ],
    [
      "apr --principal 1000 --payment 400 --installments 3 --disbursed 2026-01-31 --upfront-fee 1000",
      "upfrontFee must be less than the principal",
    ],
    ["xirr --flows 2026-01-01=-100=5,2027-01-01=110", "flows.0: is not DATE=AMOUNT"],
    [
      "schedule --principal 10000 --annual-rate 12 --installments 3 --disbursed 2026-01-31",
      "annualRate: is 12, which is 1200%: did you mean 12%? Write the sign",
    ],
    [
      "schedule --principal 10000 --daily-rate 1.5 --installments 3 --disbursed 2026-01-31",
      "dailyRate: is 1.5, which is 150%: did you mean 1.5%? Write the sign",
    ],
    [
      "penalty --principal 2000 --penalty-rate 5 --due 2016-03-10 --on 2016-03-20",
      "penaltyRate: is 5, which is 500%: did you mean 5%? Write the sign",
    ],
    [
      "schedule --principal 10000 --daily-rate 0.0005 --installments 12 --disbursed 2026-01-10 --fixed-installment 100",
      "fixedInstallment 100.00 does not cover the interest of 155.00: nothing would be repaid",
    ],
    [
      "schedule --principal 10000 --daily-rate 0.0005 --installments 12 --disbursed 2026-01-10 --fixed-installment 155",
      "fixedInstallment 155.00 covers only the interest of 155.00: nothing would be repaid",
    ],
    ["rate --effective -1 --compoundings 4", "effective must be above -1, or -100%"],
    ["rate --nominal -4 --compoundings 4", "nominal must be above -4, or a period takes all"],
    ["irr --flows -100,110 --periods-per-year 1e9", "periodsPerYear: must be at most 366"],
  ])("%s: %s", async (line, complaint) => {
    expect(await run(line)).toMatchObject({
      ...{ code: 2, out: "" },
      complaint: complaint instanceof RegExp ? expect.stringMatching(complaint) : complaint,
    });
  });

  it("figures beyond forty digits, and flows that turn about too often, are refused at once", async () => {
    const huge = "9".repeat(400);
    const loan = { principal: 10000, installments: 3, disbursed: "2026-01-31" };
    const all = await answers(
      "",
      { calc: "apr", ...loan, payment: huge },
      { calc: "apr", ...loan, annualRate: 0.1, periodicFee: huge },
      { calc: "schedule", ...loan, principal: 1e30, annualRate: 0.1 },
      { calc: "schedule", ...loan, annualRate: "1e30" },
      { calc: "irr", flows: Array.from({ length: 5000 }, (_, index) => (index % 2 === 0 ? -1 : 2)) },
      {
        calc: "xirr",
        flows: Array.from({ length: 102 }, (_, day) => [addDays("2026-01-01", day), (-1) ** day]),
      },
    );
    expect(all.map(({ error }) => error)).toEqual([
      `payment: ${huge.slice(0, 40)}… is not AMOUNT or AMOUNTxN`,
      "periodicFee: must be at most 1000000000000000 in size",
      "principal: must be at most 1000000000000000 in size",
      "annualRate: must be at most 1000000 in size",
      "flows: change their sign more than 100 times",
      "flows: change their sign more than 100 times",
    ]);
  });
});

describe("what people write", () => {
  const loan = { principal: 10000, dailyRate: 0.0005, installments: 5, disbursed: "2016-02-10" };
  const equal = { ...loan, method: "equal-principal" };

  it.each<[string, Record<string, unknown>]>([
    ["percent", { ...equal, dailyRate: "0.05%" }],
    ["percent, full width", { ...equal, dailyRate: "0.05 ％" }],
    ["per mille", { ...equal, dailyRate: "0.5‰" }],
    ["thousands", { ...equal, principal: "10,000.00" }],
    ["a yuan sign", { ...equal, principal: "¥10000" }],
    ["an exponent", { ...equal, dailyRate: "5e-4" }],
    ["figures as text", { ...equal, installments: "5", unit: "0.01" }],
    ["months", { ...equal, installments: undefined, months: 5 }],
    ["the method in capitals", { ...loan, method: "EQUAL_PRINCIPAL" }],
    ["the method in Chinese", { ...loan, method: "等额本金" }],
    ["snake case", { ...equal, dailyRate: undefined, daily_rate: 0.0005 }],
    ["kebab case", { ...equal, dailyRate: undefined, "daily-rate": 0.0005 }],
    ["other names", { ...equal, disbursed: undefined, startDate: "2016-02-10" }],
    ["null for what is not given", { ...equal, annualRate: null, firstDue: null }],
    ["conventions by other names", { ...equal, dayCount: "ACT/360", rounding: "ROUND_HALF_UP" }],
    ["a frequency as an object", { ...equal, frequency: { every: 1, unit: "month" } }],
    ["dates and how many of them", { ...equal, dueDates: ["2016-03-10", "2016-04-10"], installments: 2 }],
  ])("%s", async (_, request) => {
    expect((await answers("schedule", request))[0]).toMatchObject({
      ok: true,
      installments: [{ interest: "145.00" }, ...Array<unknown>(request["dueDates"] ? 1 : 4).fill({})],
    });
  });

  it.each([
    ["2026-01-31", "semimonthly", {}, ["2026-02-16", "2026-02-28", "2026-03-16", "2026-03-31"]],
    ["2026-02-23", "twice_monthly", { firstDue: "2026-03-01" }, ["2026-03-01", "2026-03-16", "2026-04-01"]],
    ["2026-01-31", "quarterly", {}, ["2026-04-30", "2026-07-31"]],
    ["2026-01-31", "every 14 days", {}, ["2026-02-14", "2026-02-28"]],
    ["2026-01-31", "2w", {}, ["2026-02-14", "2026-02-28"]],
    ["2026-02-28", "yearly", {}, ["2027-02-28", "2028-02-28"]],
  ])("from %s %s", async (disbursed, frequency, more, dates) => {
    const request = { ...loan, disbursed, frequency, installments: dates.length, ...more };
    const [answer] = await answers("schedule", request);
    expect(answer?.["installments"]).toMatchObject(dates.map((dueDate) => ({ dueDate })));
  });

  it("whole yuan without saying how many", async () => {
    const all = await answers("schedule", { ...loan, wholeRounding: "up" }, { ...loan, wholeYuan: true });
    expect(all.map(({ installments }) => (installments as { payment: string }[])[0]?.payment)).toEqual([
      "2092.00",
      "2091.00",
    ]);
  });

  it("payments as text, pairs and objects, a waterfall as a word", async () => {
    const all = await answers(
      "allocate",
      { ...equal, payments: "2016-03-10=2145:due" },
      { ...equal, payments: [["2016-03-10", 2145]] },
      { ...equal, payments: [["2016-03-10", 2145, "due"]] },
      { ...equal, payments: [{ date: "2016-03-10", amount: "2,145", type: "due" }] },
      { ...equal, payments: [{ on: "2016-03-10", amount: 2145 }], order: "interest>principal>penalty" },
    );
    for (const answer of all) {
      expect(answer["payments"]).toMatchObject([
        { allocations: [{ installment: 1, interest: "145.00", principal: "2000.00" }] },
      ]);
    }
  });

  it.each<[Record<string, unknown>, string]>([
    [{ ...loan, rate: 0.1 }, "schedule knows nothing called rate; did you mean dailyRate or annualRate?"],
    [{ ...loan, dailyrte: 1 }, "schedule knows nothing called dailyrte; did you mean dailyRate?"],
    [{ ...loan, months: 6 }, "months is 6, which is 6 installments and not 5"],
    [
      { ...loan, installments: undefined, months: 5, frequency: "quarterly" },
      "months is 5, which is no whole number of periods",
    ],
    [
      { ...loan, installments: undefined, months: 5, frequency: "weekly" },
      "months goes with a frequency in months",
    ],
    [{ ...loan, "daily-rate": 1 }, "dailyRate is given twice, once as daily-rate"],
    [{ ...loan, dueDates: ["2016-03-10"] }, "installments is 5, but there are 1 dueDates"],
    [{ ...loan, frequency: "weekly", dayOfMonth: 3 }, "dayOfMonth goes with a frequency in months"],
    [
      { ...loan, frequency: "often" },
      "frequency: is monthly, semimonthly, weekly, N-days, N-weeks or N-months",
    ],
    [{ ...loan, dailyRate: "5 per cent" }, "dailyRate: is not a rate: a fraction such as 0.0005, or 0.05%"],
    [{ ...loan, dailyRate: -0.1 }, "dailyRate: must not be negative"],
    [{ ...loan, installments: 2.5 }, "installments: is not a whole number from 1 to 1200"],
    [
      { ...loan, method: "bulet" },
      "method: is none of level-payment, equal-principal, interest-first, pay-any-time",
    ],
    [
      { ...loan, method: "bullet", fixedInstallment: 9 },
      "fixedInstallment goes with level-payment or equal-principal",
    ],
    [{ ...loan, disbursed: "9999-11-10" }, "Dates end with the year 9999"],
  ])("%j: %s", async (request, error) => {
    expect((await answers("schedule", request))[0]).toEqual({ ok: false, error });
  });

  it("payments that cannot be", async () => {
    const [early, odd, none] = await answers(
      "allocate",
      { ...loan, payments: ["2016-02-09=1"] },
      { ...loan, payments: [{ on: "2016-02-11", amount: 1, rail: "balance" }] },
      { ...loan, payments: 5, dueDates: [] },
    );
    const marked = await answers(
      "allocate",
      ...["2016-03-10=1:due:odd", "2016-03-10=1=7", "2016-03-10"].map((payments) => ({ ...loan, payments })),
    );
    expect(marked.map(({ error }) => error)).toEqual([
      "payments.0.kind: is none of due, partial, payoff",
      "payments.0: is not DATE=AMOUNT, with :due, :partial, :payoff or :reversed after it",
      "payments.0: is not DATE=AMOUNT, with :due, :partial, :payoff or :reversed after it",
    ]);
    expect(early?.["error"]).toBe("payments.0.on: lies before the disbursement");
    expect(odd?.["error"]).toBe("payments.0: nothing here is called rail");
    expect(none?.["error"]).toBe(
      "dueDates: needs from one to 1200 dates; " +
        "payments.0: is not DATE=AMOUNT, with :due, :partial, :payoff or :reversed after it",
    );
  });
});

describe("calc --help", () => {
  it("lists what can be reckoned", async () => {
    const { code, out } = await run("--help");
    expect(code).toBe(0);
    for (const name of ["schedule", "payoff", "apr", "irr", "xirr", "allocate", "penalty", "buckets"]) {
      expect(out).toContain(`  ${name} `);
    }
    expect((await run("")).code).toBe(2);
  });

  it("has every option with an example, and what holds without it", async () => {
    const { out } = await run("--help");
    for (const line of [
      /^ {2}--day-count +actual\/365 .+ \[actual\/365\]; --day-count 30\/360$/m,
      /^ {2}--principal +yuan; --principal 10000$/m,
      /^ {2}--excess .+ \[smaller\]; --excess fewer$/m,
      /^ {2}--interest-until .+ \[value-date\]; --interest-until period-end$/m,
    ])
      expect(out).toMatch(line);
    expect((await run("penalty --help")).out).not.toContain("(also )");
  });

  it.each(["schedule", "payoff", "apr", "irr", "xirr", "rate", "allocate", "penalty", "buckets"])(
    "of %s names an example that works",
    async (name) => {
      const { out } = await run(`${name} --help`);
      const example = /^Example: calc (.+)$/m.exec(out)?.[1] ?? "";
      expect(example.startsWith(name)).toBe(true);
      expect(await run(example)).toMatchObject({ code: 0, complaint: "" });
      for (const [, flag] of out.matchAll(/^ {2}(--[a-z-]+)/gm)) expect(out).toContain(`; ${flag}`);
    },
  );
});
