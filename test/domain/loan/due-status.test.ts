import { describe, expect, it } from "vitest";
import { DEFAULT_DAYS_BEFORE, dueStatusOf } from "../../../domain/loan/due-status.ts";
import { loanPosition } from "../../../domain/loan/loan-position.ts";

import { deductionRails } from "../../../domain/repayment/deduction-sources.ts";
import { paid, publishedLoan } from "../../support/fixtures/published-loan.ts";

describe("the standing of a loan", () => {
  const calm = { settled: false, daysPastDue: 0, dueToday: false };
  it.each([
    ["2016-03-07", { ...calm, daysToNextDue: 3 }],
    ["2016-03-10", { ...calm, dueToday: true, daysToNextDue: 31 }],
    ["2016-03-13", { ...calm, daysPastDue: 3, daysToNextDue: 28 }],
    ["2016-07-10", { ...calm, daysPastDue: 122, dueToday: true }],
  ])("on %s, nothing paid", (on, standing) => {
    expect(dueStatusOf(loanPosition(publishedLoan(), on))).toEqual(standing);
  });

  it("once it is paid off", () => {
    const loan = paid(publishedLoan(), "2016-02-20 10050.00 payoff");
    expect(dueStatusOf(loanPosition(loan, "2016-03-10"))).toEqual({ ...calm, settled: true });
  });

  it("tells three days ahead where nobody chose otherwise", () => expect(DEFAULT_DAYS_BEFORE).toBe(3));
});

describe("automatic deduction", () => {
  it("tries the rails one after the other", () => {
    expect(deductionRails).toEqual({
      balance: ["balance"],
      "bank-card": ["bank-card"],
      "balance-then-card": ["balance", "bank-card"],
    });
  });
});
