import { describe, expect, it } from "vitest";
import { dueDates, loanCalendar } from "../../../domain/loan/loan-calendar.ts";
import type { Loan } from "../../../domain/loan/loan-position.ts";
import { houseConventions } from "../../../domain/product/conventions.ts";
import type { LoanTerms } from "../../../domain/product/terms.ts";
import { buildSchedule } from "../../../domain/schedule/schedule.ts";

const loanOf = (id: string, terms: Partial<LoanTerms> = {}): Loan => {
  const whole: LoanTerms = {
    productId: "weilidai",
    principal: "10000.00",
    method: "equal-principal",
    installments: 5,
    dailyRate: "0.0005",
    disbursedOn: "2016-02-10",
    ...terms,
  };
  return {
    ...whole,
    conventions: houseConventions,
    id,
    number: id,
    quoteId: id,
    quoteHash: "",
    schedule: buildSchedule(whole),
    repayments: [],
  };
};

/** The published example: 10,000 at 0.05 % a day from 10 February 2016: 2,145.00 first, 2,030.00 last. */
const published = loanOf("loan-a");
const second = loanOf("loan-b", { principal: "1000.00", installments: 2, disbursedOn: "2016-02-25" });

const paid: Loan = {
  ...published,
  repayments: [
    {
      id: "r-1",
      kind: "due",
      amount: "2145.00",
      rail: "balance",
      fee: "0.00",
      valueDate: "2016-03-10",
      allocations: [{ installment: 1, penalty: "0.00", interest: "145.00", principal: "2000.00" }],
    },
  ],
};

describe("loan calendar", () => {
  it("lists every installment to come by month, with the month's total", () => {
    const { months, total } = loanCalendar({ loans: [published], on: "2016-02-10" });
    // Interest by hand: 10,000 x 0.0005 x 29 days = 145; 8,000 x 31 = 124; 6,000 x 30 = 90; 4,000 x 31 = 62; 2,000 x 30 = 30.
    expect(months.map(({ month, total: inMonth }) => [month, inMonth])).toEqual([
      ["2016-03", "2145.00"],
      ["2016-04", "2124.00"],
      ["2016-05", "2090.00"],
      ["2016-06", "2062.00"],
      ["2016-07", "2030.00"],
    ]);
    expect(total).toBe("10451.00");
  });

  it("puts several loans together, in order of date", () => {
    const { months } = loanCalendar({ loans: [second, published], on: "2016-02-26" });
    const [march] = months;
    // 1,000 x 0.0005 x 29 days = 14.50.
    expect(march).toEqual({
      month: "2016-03",
      total: "2659.50",
      entries: [
        {
          date: "2016-03-10",
          loanId: "loan-a",
          installment: 1,
          principal: "2000.00",
          interest: "145.00",
          penalty: "0.00",
          amount: "2145.00",
          status: "upcoming",
          daysPastDue: 0,
        },
        {
          date: "2016-03-25",
          loanId: "loan-b",
          installment: 1,
          principal: "500.00",
          interest: "14.50",
          penalty: "0.00",
          amount: "514.50",
          status: "upcoming",
          daysPastDue: 0,
        },
      ],
    });
  });

  it("orders installments of one day by loan", () => {
    const { months } = loanCalendar({ loans: [loanOf("loan-z"), published], on: "2016-02-10" });
    expect(months[0]?.entries.map(({ loanId }) => loanId)).toEqual(["loan-a", "loan-z"]);
    expect(months).toHaveLength(5);
  });

  it("shows what is due today and what is overdue, with its penalty", () => {
    const due = loanCalendar({ loans: [published], on: "2016-03-10" });
    expect(due.months[0]?.entries[0]).toMatchObject({ status: "due", daysPastDue: 0, amount: "2145.00" });
    const late = loanCalendar({ loans: [published], on: "2016-03-20" });
    // Penalty: 2,000 x 0.0005 x 10 days = 10.00.
    expect(late.months[0]).toMatchObject({
      month: "2016-03",
      total: "2155.00",
      entries: [{ status: "overdue", daysPastDue: 10, penalty: "10.00", amount: "2155.00" }],
    });
  });

  it("leaves out what is settled", () => {
    const { months, total } = loanCalendar({ loans: [paid], on: "2016-03-10" });
    expect(months.map(({ month }) => month)).toEqual(["2016-04", "2016-05", "2016-06", "2016-07"]);
    expect(total).toBe("8306.00");
  });

  it("is empty without loans", () => {
    expect(loanCalendar({ loans: [], on: "2016-03-10" })).toEqual({
      on: "2016-03-10",
      months: [],
      total: "0.00",
    });
  });
});

describe("due dates", () => {
  it("are those of all loans in order, of one day by loan, with what is left to pay or was paid", () => {
    const shown = dueDates({ loans: [loanOf("loan-z"), paid], on: "2016-03-20" });
    expect(shown.map(({ date, loanId }) => `${date} ${loanId}`).slice(0, 4)).toEqual([
      "2016-03-10 loan-a",
      "2016-03-10 loan-z",
      "2016-04-10 loan-a",
      "2016-04-10 loan-z",
    ]);
    // Ten days of penalty on 2,000: 10.00.
    expect(shown.slice(0, 3)).toEqual([
      { date: "2016-03-10", loanId: "loan-a", installment: 1, amount: "2145.00", status: "settled" },
      { date: "2016-03-10", loanId: "loan-z", installment: 1, amount: "2155.00", status: "overdue" },
      { date: "2016-04-10", loanId: "loan-a", installment: 2, amount: "2124.00", status: "upcoming" },
    ]);
  });

  it("leave out those of which a payoff left nothing", () => {
    const off: Loan = {
      ...published,
      repayments: [
        {
          ...{ id: "r-1", kind: "payoff", amount: "10050.00", rail: "balance", fee: "0.00" },
          ...{ valueDate: "2016-02-20", allocations: [] },
        },
      ],
    };
    const shown = dueDates({ loans: [off], on: "2016-03-20" });
    expect(shown.every(({ status }) => status === "settled")).toBe(true);
    expect(shown.every(({ amount }) => Number(amount) > 0)).toBe(true);
  });
});
