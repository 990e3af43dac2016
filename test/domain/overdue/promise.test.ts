/**
 * 10,000 yuan at 0.05 % a day, equal principal, five installments from 10 February 2016 (DESIGN's published example):
 * 2,145.00 on 10 March, 2,124.00 on 10 April. Penalty 0.05 % a day on 2,000 of overdue principal: 1.00 a day.
 */
import { describe, expect, it } from "vitest";
import { addDays } from "../../../domain/calendar/dates.ts";
import { claimedOn, claimsOn, daysLater } from "../../../domain/overdue/promise.ts";
import { promiseStatus, repaidBy } from "../../../domain/overdue/promise-status.ts";
import { nextDeduction } from "../../../domain/repayment/automatic-deduction.ts";
import { allocateRepayment } from "../../../domain/repayment/repayment.ts";
import { loan, paid as paidOff } from "../../support/fixtures/published-loan.ts";

const other = { ...loan, id: "other" };

function paid(on: string, amount: string) {
  const booked = allocateRepayment(loan, {
    ...{ id: `paid-${on}`, kind: "partial", rail: "balance", amount, fee: "0.00", valueDate: on },
  });
  if (!booked.ok) throw new Error("not booked");
  return booked.loan;
}

describe("what is asked for", () => {
  it("is all that is overdue and due, or else what falls due next", () => {
    const numbers = (today: string) => claimsOn([loan], today).map(({ installment }) => installment);
    expect(numbers("2016-02-20")).toEqual([1]);
    expect(numbers("2016-03-10")).toEqual([1]);
    expect(numbers("2016-04-10")).toEqual([1, 2]);
    expect(claimsOn([loan, other], "2016-03-12")).toHaveLength(2);
  });

  it("is none of what is paid, and nothing where nothing is owed", () => {
    const first = paidOff(loan, "2016-03-10 2145.00 due");
    expect(claimsOn([first], "2016-03-12").map(({ installment }) => installment)).toEqual([2]);
    expect(claimsOn([], "2016-03-12")).toEqual([]);
    expect(claimsOn([paidOff(loan, "2016-02-20 10050.00 payoff")], "2016-03-12")).toEqual([]);
  });

  it("comes to more with each day of penalty", () => {
    const claims = claimsOn([loan], "2016-03-12");
    expect(claimedOn([loan], claims, "2016-03-12")).toEqual({ amount: "2147.00", penalty: "2.00" });
    expect(claimedOn([loan], claims, "2016-03-19")).toEqual({ amount: "2154.00", penalty: "9.00" });
  });
});

describe("the days that may be named", () => {
  it("end a week, or thirty days, after the due date, or after today once that has passed", () => {
    const days = (kind: "promise" | "extension", today: string) =>
      daysLater(kind, claimsOn([loan], today)[0]?.dueDate, today);
    expect(days("promise", "2016-03-07")).toEqual({ from: "2016-03-08", to: "2016-03-17" });
    expect(days("promise", "2016-03-12")).toEqual({ from: "2016-03-13", to: "2016-03-19" });
    expect(days("extension", "2016-03-07")).toEqual({ from: "2016-03-11", to: "2016-04-09" });
    expect(days("extension", "2016-03-12")).toEqual({ from: "2016-03-13", to: "2016-04-11" });
  });
});

describe("a promise", () => {
  const promise = { madeOn: "2016-03-12", promisedOn: "2016-03-15", amount: "500.00", paidBefore: "0.00" };
  it("is kept once the amount has come by its day, in parts too", () => {
    expect(promiseStatus(promise, [paid("2016-03-14", "500.00")], "2016-03-14")).toBe("kept");
    expect(promiseStatus(promise, [paid("2016-03-15", "500.00")], "2016-03-20")).toBe("kept");
  });
  it("is open to the end of its day, and broken after it", () => {
    expect(promiseStatus(promise, [paid("2016-03-14", "499.99")], "2016-03-15")).toBe("open");
    expect(promiseStatus(promise, [paid("2016-03-14", "499.99")], "2016-03-16")).toBe("broken");
    expect(promiseStatus(promise, [paid("2016-03-16", "500.00")], "2016-03-16")).toBe("broken");
  });
  it("counts nothing that was repaid before it", () => {
    const before = paid("2016-03-12", "600.00");
    const paidBefore = repaidBy([before], "2016-03-12").toFixed(2);
    expect(paidBefore).toBe("600.00");
    expect(promiseStatus({ ...promise, paidBefore }, [before], "2016-03-16")).toBe("broken");
  });
});

describe("the next deduction", () => {
  it("is on the due date, and takes what is due then from all loans", () => {
    expect(nextDeduction({ loans: [loan], today: "2016-02-20" })).toEqual({
      ...{ date: "2016-03-10", amount: "2145.00" },
    });
    expect(nextDeduction({ loans: [loan, other], today: "2016-02-20" })?.amount).toBe("4290.00");
  });
  it("of loans that fall due on different days is that of the first, alone", () => {
    const later = {
      ...other,
      schedule: other.schedule.map((one) => ({ ...one, dueDate: addDays(one.dueDate, 5) })),
    };
    expect(nextDeduction({ loans: [later, loan], today: "2016-02-20" })).toEqual({
      ...{ date: "2016-03-10", amount: "2145.00" },
    });
  });
  it("is none without a loan, and none of one that is paid off", () => {
    expect(nextDeduction({ loans: [], today: "2016-02-20" })).toBeUndefined();
    const off = paidOff(loan, "2016-02-20 10050.00 payoff");
    expect(nextDeduction({ loans: [off], today: "2016-02-21" })).toBeUndefined();
  });
  it("of what is overdue is tomorrow, with its penalty, up to the seventh day", () => {
    expect(nextDeduction({ loans: [loan], today: "2016-03-16" })).toEqual({
      ...{ date: "2016-03-17", amount: "2152.00" },
    });
    expect(nextDeduction({ loans: [loan], today: "2016-03-17" })).toBeUndefined();
  });
  it("rests until the day that was promised", () => {
    expect(nextDeduction({ loans: [loan], today: "2016-03-11", restsUntil: "2016-03-15" })).toEqual({
      ...{ date: "2016-03-15", amount: "2150.00" },
    });
  });
});
