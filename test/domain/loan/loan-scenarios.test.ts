/** Scenarios as tables: what was paid when, and the whole schedule after it. Figures reckoned by hand. */
import { describe, expect, it } from "vitest";
import { addDays } from "../../../domain/calendar/dates.ts";
import { amountDue, positionOf } from "../../../domain/loan/loan-position.ts";
import { replay, replayPayments } from "../../../domain/loan/replay.ts";
import { offerOn } from "../../../domain/repayment/repayment.ts";
import type { SchedulePlan } from "../../../domain/schedule/schedule.ts";
import { account, written } from "../../support/fixtures/loan-accounts.ts";

type Options = Parameters<typeof account>[0];

const standing = (on: string, options?: Options): string[] =>
  written(positionOf(replay(account(options), on)));

const payoff = (on: string, options?: Options): string => {
  const offer = offerOn(replay(account(options), on), { kind: "payoff" });
  if (!offer.ok) return offer.reason;
  return [offer.lines.penalty, offer.lines.interest, offer.lines.principal, offer.amount].join(" ");
};

/** "installment: penalty interest principal" for each payment. */
const covers = (options: Options): string[][] =>
  replayPayments(account(options), "2099-01-01").map(({ covers: rows }) =>
    rows.map((row) =>
      [`${row.installment}:`, row.penalty.toFixed(2), row.interest.toFixed(2), row.principal.toFixed(2)].join(
        " ",
      ),
    ),
  );

describe("nothing paid", () => {
  it("on the day of the disbursement", () => {
    expect(standing("2016-02-10")).toEqual([
      "2016-03-10 2000.00 145.00 paid 0.00 0.00 0.00 open 0.00 2145.00 upcoming",
      "2016-04-10 2000.00 124.00 paid 0.00 0.00 0.00 open 0.00 2124.00 upcoming",
      "2016-05-10 2000.00 90.00 paid 0.00 0.00 0.00 open 0.00 2090.00 upcoming",
      "2016-06-10 2000.00 62.00 paid 0.00 0.00 0.00 open 0.00 2062.00 upcoming",
      "2016-07-10 2000.00 30.00 paid 0.00 0.00 0.00 open 0.00 2030.00 upcoming",
    ]);
  });

  it("on the due date it is due, the day after it is one day overdue", () => {
    expect(standing("2016-03-10")[0]).toBe(
      "2016-03-10 2000.00 145.00 paid 0.00 0.00 0.00 open 0.00 2145.00 due",
    );
    expect(standing("2016-03-11")[0]).toBe(
      "2016-03-10 2000.00 145.00 paid 0.00 0.00 0.00 open 1.00 2146.00 overdue",
    );
  });

  it("ten days into the third period: two overdue, penalty in place of interest on them", () => {
    expect(standing("2016-04-20")).toEqual([
      "2016-03-10 2000.00 145.00 paid 0.00 0.00 0.00 open 41.00 2186.00 overdue",
      "2016-04-10 2000.00 124.00 paid 0.00 0.00 0.00 open 10.00 2134.00 overdue",
      "2016-05-10 2000.00 90.00 paid 0.00 0.00 0.00 open 0.00 2090.00 upcoming",
      "2016-06-10 2000.00 62.00 paid 0.00 0.00 0.00 open 0.00 2062.00 upcoming",
      "2016-07-10 2000.00 30.00 paid 0.00 0.00 0.00 open 0.00 2030.00 upcoming",
    ]);
    const position = positionOf(replay(account(), "2016-04-20"));
    expect(position.overdue).toEqual({
      penalty: "51.00",
      interest: "269.00",
      principal: "4000.00",
      total: "4320.00",
    });
    expect(position.nextDue).toEqual({ number: 3, dueDate: "2016-05-10", amount: "2090.00" });
    expect(position.daysPastDue).toBe(41);
    expect(position.settled).toBe(false);
  });

  it("long after the end, the penalty is still simple", () => {
    // 2000 x 0.0005 = 1.00 a day and installment; 1,000 days after the last due date
    const days = [1122, 1091, 1061, 1030, 1000];
    expect(standing(addDays("2016-07-10", 1000)).map((line) => line.split(" ")[8])).toEqual(
      days.map((count) => `${count}.00`),
    );
  });
});

describe("paid on its day, installment by installment", () => {
  const payments = [
    ...["2016-03-10 2145.00 due", "2016-04-10 2124.00 due", "2016-05-10 2090.00 due"],
    ...["2016-06-10 2062.00 due", "2016-07-10 2030.00 due"],
  ];
  it("each payment covers its installment", () => {
    expect(covers({ payments })).toEqual([
      ["1: 0.00 145.00 2000.00"],
      ["2: 0.00 124.00 2000.00"],
      ["3: 0.00 90.00 2000.00"],
      ["4: 0.00 62.00 2000.00"],
      ["5: 0.00 30.00 2000.00"],
    ]);
  });

  it("the loan is settled and there is nothing left to offer", () => {
    const position = positionOf(replay(account({ payments }), "2016-07-10"));
    expect(position).toMatchObject({
      settled: true,
      outstandingPrincipal: "0.00",
      held: "0.00",
      daysPastDue: 0,
    });
    expect(position.nextDue).toBeUndefined();
    expect(amountDue(position)).toEqual({ amount: "0.00", early: false });
    expect(payoff("2016-07-10", { payments })).toBe("settled");
  });
});

describe("paid late", () => {
  it("penalty first, then interest, then principal", () => {
    expect(covers({ payments: ["2016-03-20 2155.00 due"] })).toEqual([["1: 10.00 145.00 2000.00"]]);
  });

  it("a payment too small leaves principal, which goes on bearing penalty", () => {
    const payments = ["2016-03-20 1155.00", "2016-03-30 1005.00"];
    expect(covers({ payments })).toEqual([["1: 10.00 145.00 1000.00"], ["1: 5.00 0.00 1000.00"]]);
    expect(standing("2016-03-30", { payments })[0]).toBe(
      "2016-03-10 2000.00 145.00 paid 2000.00 145.00 15.00 open 0.00 0.00 settled",
    );
  });

  it("two overdue: the older whole before the younger", () => {
    expect(covers({ payments: ["2016-04-20 2200.00 due"] })).toEqual([
      ["1: 41.00 145.00 2000.00", "2: 10.00 4.00 0.00"],
    ]);
  });

  it("or all penalties first, then all interest, where the waterfall says so", () => {
    const rules = { waterfall: { order: ["penalty", "interest", "principal"], across: "parts" } } as const;
    expect(covers({ rules, payments: ["2016-04-20 400.00 due"] })).toEqual([
      ["1: 41.00 145.00 80.00", "2: 10.00 124.00 0.00"],
    ]);
  });

  it("or principal first", () => {
    const rules = {
      waterfall: { order: ["principal", "interest", "penalty"], across: "installments" },
    } as const;
    expect(covers({ rules, payments: ["2016-04-20 2100.00 due"] })).toEqual([["1: 0.00 100.00 2000.00"]]);
    expect(standing("2016-04-21", { rules, payments: ["2016-04-20 2100.00 due"] })[0]).toBe(
      "2016-03-10 2000.00 145.00 paid 2000.00 100.00 0.00 open 41.00 86.00 overdue",
    );
  });
});

describe("paid ahead of its day", () => {
  it("`due` takes the next installment with the interest of its whole period", () => {
    const payments = ["2016-02-20 2145.00 due"];
    expect(covers({ payments })).toEqual([["1: 0.00 145.00 2000.00"]]);
    expect(standing("2016-02-20", { payments }).slice(0, 2)).toEqual([
      "2016-03-10 2000.00 145.00 paid 2000.00 145.00 0.00 open 0.00 0.00 settled",
      "2016-04-10 2000.00 124.00 paid 0.00 0.00 0.00 open 0.00 2124.00 upcoming",
    ]);
  });

  it("then a payoff in that period bears no more interest, and in the next one only its days", () => {
    const payments = ["2016-02-20 2145.00 due"];
    expect(payoff("2016-03-05", { payments })).toBe("0.00 0.00 8000.00 8000.00");
    expect(payoff("2016-03-20", { payments })).toBe("0.00 40.00 8000.00 8040.00");
  });

  it("a `due` payment larger than one installment goes on to the next", () => {
    expect(covers({ payments: ["2016-02-20 3000.00 due"] })).toEqual([
      // The second period then bears interest on 8,000 until its own due date: 124.00 first, 731.00 of principal
      ["1: 0.00 145.00 2000.00", "2: 0.00 124.00 731.00"],
    ]);
  });
});

describe("3,000 on 20 February 2016: 50.00 of interest to the day, 2,950.00 of principal ahead", () => {
  const payments = ["2016-02-20 3000"];
  it("smaller installments", () => {
    expect(standing("2016-02-20", { payments })).toEqual([
      // 50 + 7050 x 0.0005 x 19 = 116.975
      "2016-03-10 2000.00 116.98 paid 590.00 50.00 0.00 open 0.00 1476.98 upcoming",
      // 5640 x 0.0005 x 31 = 87.42
      "2016-04-10 2000.00 87.42 paid 590.00 0.00 0.00 open 0.00 1497.42 upcoming",
      "2016-05-10 2000.00 63.45 paid 590.00 0.00 0.00 open 0.00 1473.45 upcoming",
      "2016-06-10 2000.00 43.71 paid 590.00 0.00 0.00 open 0.00 1453.71 upcoming",
      "2016-07-10 2000.00 21.15 paid 590.00 0.00 0.00 open 0.00 1431.15 upcoming",
    ]);
  });

  it("the next installments", () => {
    expect(standing("2016-02-20", { payments, rules: { excess: "next" } })).toEqual([
      "2016-03-10 2000.00 116.98 paid 2000.00 50.00 0.00 open 0.00 66.98 upcoming",
      // 7050 x 0.0005 x 31 = 109.275
      "2016-04-10 2000.00 109.28 paid 950.00 0.00 0.00 open 0.00 1159.28 upcoming",
      "2016-05-10 2000.00 90.00 paid 0.00 0.00 0.00 open 0.00 2090.00 upcoming",
      "2016-06-10 2000.00 62.00 paid 0.00 0.00 0.00 open 0.00 2062.00 upcoming",
      "2016-07-10 2000.00 30.00 paid 0.00 0.00 0.00 open 0.00 2030.00 upcoming",
    ]);
  });

  it.each(["last", "fewer"] as const)("the last installments (%s, of equal principal)", (excess) => {
    expect(standing("2016-02-20", { payments, rules: { excess } })).toEqual([
      "2016-03-10 2000.00 116.98 paid 0.00 50.00 0.00 open 0.00 2066.98 upcoming",
      // 5050 x 0.0005 x 31 = 78.275
      "2016-04-10 2000.00 78.28 paid 0.00 0.00 0.00 open 0.00 2078.28 upcoming",
      // 3050 x 0.0005 x 30
      "2016-05-10 2000.00 45.75 paid 0.00 0.00 0.00 open 0.00 2045.75 upcoming",
      // 1050 x 0.0005 x 31 = 16.275
      "2016-06-10 2000.00 16.28 paid 950.00 0.00 0.00 open 0.00 1066.28 upcoming",
      "2016-07-10 2000.00 0.00 paid 2000.00 0.00 0.00 open 0.00 0.00 settled",
    ]);
  });

  it("with the interest of the whole period where the loan says so", () => {
    const rules = { interestUntil: "period-end" } as const;
    expect(covers({ rules, payments })[0]?.[0]).toBe("1: 0.00 145.00 571.00");
    expect(standing("2016-02-20", { rules, payments })[0]).toBe(
      "2016-03-10 2000.00 145.00 paid 571.00 145.00 0.00 open 0.00 1429.00 upcoming",
    );
  });

  it("with principal before interest where the waterfall says so", () => {
    const rules = {
      waterfall: { order: ["penalty", "principal", "interest"], across: "installments" },
      excess: "next",
    } as const;
    expect(covers({ rules, payments })).toEqual([["1: 0.00 0.00 2000.00", "2: 0.00 0.00 1000.00"]]);
    expect(covers({ rules, payments: ["2016-02-20 10049.99"] })[0]?.[0]).toBe("1: 0.00 49.99 2000.00");
  });

  it("what is due comes first: a payment on the due date prepays with what is beyond it", () => {
    expect(covers({ payments: ["2016-03-10 2945.00"] })).toEqual([
      [
        "1: 0.00 145.00 2000.00",
        "2: 0.00 0.00 200.00",
        "3: 0.00 0.00 200.00",
        "4: 0.00 0.00 200.00",
        "5: 0.00 0.00 200.00",
      ],
    ]);
  });

  it("less than the interest to the day is interest only", () => {
    expect(covers({ payments: ["2016-02-20 30"] })).toEqual([["1: 0.00 30.00 0.00"]]);
    expect(payoff("2016-02-20", { payments: ["2016-02-20 30"] })).toBe("0.00 20.00 10000.00 10020.00");
  });
});

describe("a level-payment loan, 12,000 at 1 % a month over 6, prepaid by 4,000 on its first due date", () => {
  const plan: Partial<SchedulePlan> = {
    ...{ principal: "12000", disbursedOn: "2026-01-15", method: "level-payment" },
    dueDates: ["2026-02-15", "2026-03-15", "2026-04-15", "2026-05-15", "2026-06-15", "2026-07-15"],
    interest: { rate: { annual: "0.12" }, dayCount: "30/360", counting: "exclusive" },
  };
  const payments = ["2026-02-15 6070.58"];
  const open = (excess: "fewer" | "smaller" | "last") =>
    positionOf(replay(account({ plan, payments, rules: { excess } }), "2026-02-15"))
      .installments.slice(1)
      .map((one) => [one.outstandingPrincipal, one.outstandingInterest, one.outstanding].join(" "));

  it("fewer: 2,070.58 stays the payment, the last installments drop out", () => {
    // 6049.42 left: interest 60.49, 40.39, 20.09; principal 2010.09, 2030.19, 2009.14
    expect(open("fewer")).toEqual([
      "2010.09 60.49 2070.58",
      "2030.19 40.39 2070.58",
      "2009.14 20.09 2029.23",
      "0.00 0.00 0.00",
      "0.00 0.00 0.00",
    ]);
  });

  it("fewer, with two installments left: the last but one keeps the payment, the last takes what remains", () => {
    // Left after four payments of 2,070.58: 4,079.86; 500 more leave 3,579.86. Then 35.80 interest and 2,034.78
    // principal; 1,545.08 remain, and 15.45 interest.
    const onTime = ["2026-02-15", "2026-03-15", "2026-04-15"].map((day) => `${day} 2070.58 due`);
    const position = positionOf(
      replay(
        account({ plan, payments: [...onTime, "2026-05-15 2570.58"], rules: { excess: "fewer" } }),
        "2026-05-15",
      ),
    );
    expect(
      position.installments.slice(4).map((one) => [one.outstandingPrincipal, one.outstanding].join(" ")),
    ).toEqual(["2034.78 2070.58", "1545.08 1560.53"]);
  });

  it("smaller: it is level still, at the payment of 6,049.42 over five months", () => {
    // 6049.42 / ((1 - 1.01^-5) / 0.01) = 1246.42
    const payments5 = open("smaller").map((line) => Number(line.split(" ")[2]));
    expect(payments5.every((payment) => Math.abs(payment - 1246.42) < 0.03)).toBe(true);
  });

  it("last: the installments to come keep their principal, the last go", () => {
    expect(open("last").map((line) => line.split(" ")[0])).toEqual([
      "1970.09",
      "1989.79",
      "2009.68",
      "79.86",
      "0.00",
    ]);
  });

  it("fewer, in the middle of a period: interest to the day is paid, the rest of it comes with the payment", () => {
    const midway = replay(
      account({
        plan,
        payments: ["2026-01-30 6060.00"],
        rules: { excess: "fewer" },
      }),
      "2026-01-30",
    );
    // 60.00 to the day; 6,000 left, 30.00 more until the due date: 2070.58 - 90.00 = 1980.58 of principal
    expect(written(positionOf(midway))[0]).toBe(
      "2026-02-15 1980.58 90.00 paid 0.00 60.00 0.00 open 0.00 2010.58 upcoming",
    );
  });

  it("fewer, after an installment paid ahead: that one stays settled", () => {
    const ahead = ["2026-01-20 2070.58 due", "2026-01-30 4000.00"];
    const lines = written(
      positionOf(
        replay(
          account({
            plan,
            payments: ahead,
            rules: { excess: "fewer" },
          }),
          "2026-01-30",
        ),
      ),
    );
    expect(lines[0]).toBe("2026-02-15 1950.58 120.00 paid 1950.58 120.00 0.00 open 0.00 0.00 settled");
    expect(lines[1]?.endsWith("2070.58 upcoming")).toBe(true);
  });
});

describe("payoff", () => {
  it.each([
    ["2016-02-10", "0.00 0.00 10000.00 10000.00"],
    ["2016-02-11", "0.00 5.00 10000.00 10005.00"],
    ["2016-03-10", "0.00 145.00 10000.00 10145.00"],
    ["2016-03-11", "1.00 149.00 10000.00 10150.00"],
    ["2016-04-20", "51.00 299.00 10000.00 10350.00"],
    ["2017-07-10", "2129.00 451.00 10000.00 12580.00"],
  ])("on %s, nothing paid: penalty, interest, principal, total %s", (on, lines) => {
    expect(payoff(on)).toBe(lines);
  });

  it("both ends counted: a day's interest on the day of the disbursement itself", () => {
    const plan = {
      interest: { rate: { daily: "0.0005" }, dayCount: "actual/360", counting: "inclusive" },
    } as const;
    expect(payoff("2016-02-10", { plan })).toBe("0.00 5.00 10000.00 10005.00");
    expect(payoff("2016-02-20", { plan })).toBe("0.00 55.00 10000.00 10055.00");
    expect(payoff("2016-03-20", { plan, payments: ["2016-03-10 2150.00 due"] })).toBe(
      "0.00 40.00 8000.00 8040.00",
    );
  });

  it("to the period's end", () => {
    const rules = { interestUntil: "period-end" } as const;
    expect(payoff("2016-02-20", { rules })).toBe("0.00 145.00 10000.00 10145.00");
    expect(payoff("2016-03-10", { rules })).toBe("0.00 269.00 10000.00 10269.00");
    expect(payoff("2016-07-20", { rules })).toBe("354.00 451.00 10000.00 10805.00");
  });

  it("of a loan paid at any time: its days", () => {
    const plan = { method: "pay-any-time" } as const;
    expect(payoff("2016-03-20", { plan })).toBe("0.00 195.00 10000.00 10195.00");
    expect(payoff("2016-04-09", { plan, payments: ["2016-03-20 4195.00"] })).toBe(
      "0.00 60.00 6000.00 6060.00",
    );
  });

  it("with interest put off: what has accrued so far is paid at once", () => {
    // 145.00 and 124.00 put off, 10 days of the third period on 6,000
    const options = { plan: { interestGrace: 2 }, payments: ["2016-03-10 2000 due", "2016-04-10 2000 due"] };
    expect(standing("2016-04-10", options)[2]).toBe(
      "2016-05-10 2000.00 359.00 paid 0.00 0.00 0.00 open 0.00 2359.00 upcoming",
    );
    expect(payoff("2016-04-20", options)).toBe("0.00 299.00 6000.00 6299.00");
  });

  it("with interest put off for longer than there are payments: the last one collects it", () => {
    const options = { plan: { method: "pay-any-time", interestGrace: 2 } } as const;
    expect(payoff("2016-03-20", options)).toBe("0.00 195.00 10000.00 10195.00");
    expect(standing("2016-03-20", options)).toEqual([
      "2016-07-10 10000.00 755.00 paid 0.00 0.00 0.00 open 0.00 10755.00 upcoming",
    ]);
  });
});

describe("days of grace", () => {
  const grace = (
    startsFrom: "due-date" | "grace-end",
    extra: { counting?: "inclusive"; cap?: string } = {},
  ) => ({
    penalty: { dailyRate: "0.0005", graceDays: 3, startsFrom, counting: "exclusive" as const, ...extra },
  });
  const penaltyOn = (on: string, rules: ReturnType<typeof grace>, payments: string[] = []) =>
    standing(on, { rules, payments })[0]?.split(" ")[8];

  it("within them there is no penalty, after them it counts from the due date", () => {
    const rules = grace("due-date");
    expect(["2016-03-13", "2016-03-14"].map((on) => penaltyOn(on, rules))).toEqual(["0.00", "4.00"]);
  });

  it("or from the end of grace", () => {
    const rules = grace("grace-end");
    expect(["2016-03-13", "2016-03-14"].map((on) => penaltyOn(on, rules))).toEqual(["0.00", "1.00"]);
  });

  it("or with the first day counted too", () => {
    expect(penaltyOn("2016-03-14", grace("due-date", { counting: "inclusive" }))).toBe("5.00");
    expect(penaltyOn("2016-03-14", grace("grace-end", { counting: "inclusive" }))).toBe("2.00");
  });

  it("paid within grace, nothing comes after", () => {
    const payments = ["2016-03-13 2145.00 due"];
    expect(standing("2016-04-09", { rules: grace("due-date"), payments })[0]).toBe(
      "2016-03-10 2000.00 145.00 paid 2000.00 145.00 0.00 open 0.00 0.00 settled",
    );
  });

  it("paid in part within grace, the days of that part count with the rest", () => {
    // 2,000 for 3 days and 1,000 for 1
    expect(penaltyOn("2016-03-14", grace("due-date"), ["2016-03-13 1145.00 due"])).toBe("3.50");
  });

  it("a cap is a share of the installment's principal", () => {
    const rules = grace("due-date", { cap: "0.01" });
    expect(
      ["2016-03-29", "2016-03-30", "2016-03-31", "2017-03-31"].map((on) => penaltyOn(on, rules)),
    ).toEqual([...["19.00", "20.00", "20.00", "20.00"]]);
  });

  it("a cap holds over what was already paid of the penalty", () => {
    const rules = grace("due-date", { cap: "0.01" });
    expect(penaltyOn("2017-03-31", rules, ["2016-03-25 15.00 due"])).toBe("5.00");
  });
});

describe("on one day", () => {
  it("payments apply in the order in which they were booked", () => {
    const payments = ["2016-03-20 155 due", "2016-03-01 100", "2016-03-20 2000 due"];
    // 100.00 of interest ahead, then 10.00 of penalty and 45.00 of interest leave 100.00 for principal
    expect(covers({ payments })).toEqual([
      ["1: 0.00 100.00 0.00"],
      ["1: 10.00 45.00 100.00"],
      ["1: 0.00 0.00 1900.00", "2: 0.00 100.00 0.00"],
    ]);
  });
});

describe("back-dated", () => {
  it("a payment that counts for an earlier day changes what the later one covered", () => {
    const late = ["2016-03-20 2155.00 due"];
    expect(covers({ payments: late })).toEqual([["1: 10.00 145.00 2000.00"]]);
    // 2,145.00 of 10 March comes to light: nothing was late, and the later payment is ahead of its day
    expect(covers({ payments: [...late, "2016-03-10 2145.00 due"] })).toEqual([
      ["1: 0.00 145.00 2000.00"],
      ["2: 0.00 124.00 2000.00", "3: 0.00 31.00 0.00"],
    ]);
  });
});

describe("reversed", () => {
  const reversed = (repaymentId: string, payments: string[]) => ({
    ...account({ payments }),
    reversals: [{ repaymentId, bookedOn: "2016-05-01", reason: "bounced" as const }],
  });

  it("a payment that bounced never came: the installment was overdue all along", () => {
    const payments = ["2016-03-10 2145.00 due", "2016-04-10 2124.00 due"];
    const lines = written(positionOf(replay(reversed("1", payments), "2016-04-10")));
    // The 2,124.00 of April now cover the penalty of 31 days, the interest and 1,948.00 of March's principal
    expect(lines.slice(0, 2)).toEqual([
      "2016-03-10 2000.00 145.00 paid 1948.00 145.00 31.00 open 0.00 52.00 overdue",
      "2016-04-10 2000.00 124.00 paid 0.00 0.00 0.00 open 0.00 2124.00 due",
    ]);
  });
});

describe("overpaid", () => {
  it("is held, and less once it is refunded", () => {
    const paid = account({ payments: ["2016-02-20 10060.00 payoff"] });
    expect(positionOf(replay(paid, "2016-02-20"))).toMatchObject({ settled: true, held: "10.00" });
    const refunded = { ...paid, refunds: [{ id: "r", amount: "10.00", paidOn: "2016-02-22" }] };
    expect(positionOf(replay(refunded, "2016-02-21")).held).toBe("10.00");
    expect(positionOf(replay(refunded, "2016-02-22")).held).toBe("0.00");
  });
});

describe("what is to be paid now", () => {
  const due = (on: string, payments: string[] = []) =>
    amountDue(positionOf(replay(account({ payments }), on)));
  it("before the due date it is the next installment, early", () => {
    expect(due("2016-03-01")).toEqual({ amount: "2145.00", dueDate: "2016-03-10", early: true });
  });
  it("on the due date it is that day's", () => {
    expect(due("2016-03-10")).toEqual({ amount: "2145.00", dueDate: "2016-03-10", early: false });
  });
  it("with one overdue on the day of another it is both", () => {
    expect(due("2016-04-10")).toEqual({ amount: "4300.00", dueDate: "2016-03-10", early: false });
  });
  it("after paying ahead it is the one after", () => {
    expect(due("2016-03-01", ["2016-02-20 2145.00 due"])).toEqual({
      ...{ amount: "2124.00", dueDate: "2016-04-10", early: true },
    });
  });
});
