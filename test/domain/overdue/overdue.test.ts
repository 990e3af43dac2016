import { describe, expect, it } from "vitest";
import { collectionStageOf } from "../../../domain/contact/collection-stages.ts";
import { planReminders } from "../../../domain/contact/reminder-plan.ts";
import { creditRecord } from "../../../domain/eligibility/credit-record.ts";
import { bucketOf, buckets, penaltyOn, riskClassOf } from "../../../domain/overdue/overdue.ts";
import { houseConventions, housePenalty, houseRepayment } from "../../../domain/product/conventions.ts";
import { paid, publishedLoan } from "../../support/fixtures/published-loan.ts";

describe("penalty on 2,000 due on 10 March 2016", () => {
  const overdue = { principal: "2000", dueDate: "2016-03-10" };
  it.each([
    ["2016-03-09", 0, "0.00"],
    ["2016-03-10", 0, "0.00"],
    ["2016-03-11", 1, "1.00"],
    ["2016-03-20", 10, "10.00"],
    ["2017-03-10", 365, "365.00"],
  ])("until %s: %i days, %s", (on, days, amount) => {
    expect(penaltyOn({ ...overdue, on })).toEqual({ daysPastDue: days, days, amount, capped: false });
  });

  it("half a fen is rounded up", () => {
    expect(penaltyOn({ ...overdue, principal: "10", on: "2016-03-11" }).amount).toBe("0.01");
  });

  it("under every rule", () => {
    const on = "2016-03-14";
    const rule = { ...housePenalty, graceDays: 3 };
    expect(penaltyOn({ ...overdue, on: "2016-03-13" }, rule)).toMatchObject({
      daysPastDue: 3,
      days: 0,
      amount: "0.00",
    });
    expect(penaltyOn({ ...overdue, on }, rule)).toMatchObject({ daysPastDue: 4, days: 4, amount: "4.00" });
    expect(penaltyOn({ ...overdue, on }, { ...rule, startsFrom: "grace-end" })).toMatchObject({
      days: 1,
      amount: "1.00",
    });
    expect(penaltyOn({ ...overdue, on }, { ...rule, counting: "inclusive" })).toMatchObject({
      daysPastDue: 4,
      days: 5,
    });
    expect(penaltyOn({ ...overdue, on }, { ...housePenalty, cap: "0.001" })).toMatchObject({
      amount: "2.00",
      capped: true,
    });
    expect(penaltyOn({ ...overdue, on }, { ...housePenalty, cap: "0.002" })).toMatchObject({
      amount: "4.00",
      capped: false,
    });
  });
});

describe("buckets", () => {
  it("follow on each other without a gap", () => {
    for (const [index, bucket] of buckets.entries()) {
      const next = buckets[index + 1];
      if (next) expect(next.from).toBe((bucket.to ?? Number.NaN) + 1);
    }
  });

  it.each([
    [0, "current", "N"],
    [1, "1-30", "1"],
    [30, "1-30", "1"],
    [31, "31-60", "2"],
    [90, "61-90", "3"],
    [91, "91-120", "4"],
    [121, "121-150", "5"],
    [180, "151-180", "6"],
    [181, "181+", "7"],
    [5000, "181+", "7"],
  ])("%i days: %s, reported as %s", (days, name, reportCode) => {
    expect(bucketOf(days)).toMatchObject({ name, reportCode });
  });

  it.each([-1, 0.5])("%d is no number of days", (days) => {
    expect(() => bucketOf(days)).toThrow("a whole number of zero or more");
  });

  it.each([
    [0, "normal"],
    [1, "special-mention"],
    [90, "special-mention"],
    [91, "substandard"],
    [270, "substandard"],
    [271, "doubtful"],
    [360, "doubtful"],
    [361, "loss"],
  ])("%i days: at best %s", (days, name) => {
    expect(riskClassOf(days)).toBe(name);
  });

  it.each([
    [0, undefined],
    [1, "sms"],
    [7, "sms"],
    [8, "call"],
    [30, "call"],
    [31, "letter"],
    [400, "letter"],
  ])("%i days: collection by %s", (days, means) => {
    expect(collectionStageOf(days)?.means).toBe(means);
  });
});

describe("reminders", () => {
  it("of one installment, before, on the day, and in three stages after it", () => {
    const first = planReminders({ loan: publishedLoan(), daysBefore: 3 }).filter(
      ({ installment }) => installment === 1,
    );
    expect(first).toEqual([
      { installment: 1, stage: "before", date: "2016-03-07" },
      { installment: 1, stage: "due", date: "2016-03-10" },
      { installment: 1, stage: "overdue-1", date: "2016-03-11" },
      { installment: 1, stage: "overdue-2", date: "2016-03-18" },
      { installment: 1, stage: "overdue-3", date: "2016-04-10" },
    ]);
  });

  it("on the day only, when none is wished before it", () => {
    const stages = planReminders({ loan: publishedLoan(), daysBefore: 0 }).map(({ stage }) => stage);
    expect(stages).not.toContain("before");
    expect(stages).toHaveLength(20);
  });

  it("never lie before the disbursement", () => {
    const dates = planReminders({ loan: publishedLoan(), daysBefore: 40 }).map(({ date }) => date);
    expect(dates.every((date) => date >= "2016-02-10")).toBe(true);
    expect(dates).toHaveLength(24);
  });

  it("may lie on the day of the disbursement", () => {
    expect(planReminders({ loan: publishedLoan(), daysBefore: 29 })[0]).toMatchObject({
      stage: "before",
      date: "2016-02-10",
    });
  });

  it("know of the latest payment, also when an earlier one was booked after it", () => {
    const loan = paid(paid(publishedLoan(), "2016-03-10 2145.00 due"), "2016-02-20 10.00");
    expect(planReminders({ loan, daysBefore: 0 })[0]?.installment).toBe(2);
  });

  it("leave out what is settled, also ahead of its day, and a loan that is repaid", () => {
    const loan = paid(publishedLoan(), "2016-02-20 2145.00 due");
    expect(new Set(planReminders({ loan, daysBefore: 1 }).map(({ installment }) => installment))).toEqual(
      new Set([2, 3, 4, 5]),
    );
    const settled = paid(publishedLoan(), "2016-02-20 10050.00 payoff");
    expect(planReminders({ loan: settled, daysBefore: 1 })).toEqual([]);
  });
});

describe("the credit record", () => {
  it("of a loan paid on time shows nothing late", () => {
    const loan = paid(publishedLoan(), "2016-03-10 2145.00 due");
    expect(creditRecord(loan, "2016-03-31")).toEqual({
      months: [
        { month: "2016-02", status: "*" },
        { month: "2016-03", status: "N" },
      ],
      ...{ late: [], overdue: "0.00" },
    });
  });

  it("of a loan paid 45 days late shows the month, and keeps it for five years after", () => {
    const loan = paid(publishedLoan(), "2016-04-24 4500.00");
    const record = creditRecord(loan, "2016-05-09");
    expect(record.months.map(({ status }) => status)).toEqual(["*", "1", "N", "N"]);
    expect(record.late).toEqual([
      {
        ...{ installment: 1, dueDate: "2016-03-10", shownFrom: "2016-03-11", paidOn: "2016-04-24" },
        ...{ keptUntil: "2021-04-24", daysPastDue: 45 },
      },
      {
        ...{ installment: 2, dueDate: "2016-04-10", shownFrom: "2016-04-11", paidOn: "2016-04-24" },
        ...{ keptUntil: "2021-04-24", daysPastDue: 14 },
      },
    ]);
  });

  it("of an installment whose interest alone is paid late shows it", () => {
    const conventions = { ...houseConventions, repayment: { ...houseRepayment, excess: "next" as const } };
    // 3,000 ahead cover its principal; 66.98 of its interest are still due on 10 March
    const ahead = paid({ ...publishedLoan(), conventions }, "2016-02-20 3000.00");
    expect(creditRecord(ahead, "2016-03-20").late).toMatchObject([{ installment: 1, daysPastDue: 10 }]);
    const late = creditRecord(paid(ahead, "2016-03-20 66.98"), "2016-03-31").late;
    expect(late).toMatchObject([{ installment: 1, paidOn: "2016-03-20", daysPastDue: 10 }]);
  });

  it("of a second installment paid late does not take the first one's day for its own", () => {
    const loan = paid(paid(publishedLoan(), "2016-03-10 2145.00 due"), "2016-04-15 2129.00 due");
    expect(creditRecord(loan, "2016-04-30").late).toEqual([
      {
        ...{ installment: 2, dueDate: "2016-04-10", shownFrom: "2016-04-11", paidOn: "2016-04-15" },
        ...{ keptUntil: "2021-04-15", daysPastDue: 5 },
      },
    ]);
  });

  it("on a first due date that is unpaid is still normal", () => {
    expect(creditRecord(publishedLoan(), "2016-03-10").months.at(-1)).toEqual({
      month: "2016-03",
      status: "N",
    });
  });

  it("of a loan never paid climbs the codes, month by month", () => {
    const record = creditRecord(publishedLoan(), "2016-10-01");
    expect(record.months.map(({ status }) => status)).toEqual(["*", "1", "2", "3", "4", "5", "6", "7", "7"]);
    expect(record.late[0]).toEqual({
      ...{ installment: 1, dueDate: "2016-03-10", shownFrom: "2016-03-11", daysPastDue: 205 },
    });
    // five installments of 2,000 with 451 of interest, and 205, 174, 144, 113 and 83 yuan of penalty
    expect(record.overdue).toBe("11170.00");
  });

  it("of a settled loan ends with C", () => {
    const loan = paid(publishedLoan(), "2016-02-20 10050.00 payoff");
    expect(creditRecord(loan, "2016-05-05").months).toEqual([{ month: "2016-02", status: "C" }]);
  });
});
