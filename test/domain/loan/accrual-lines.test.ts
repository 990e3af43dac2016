import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../domain/calendar/dates.ts";
import { interestLines, penaltyLines } from "../../../domain/loan/accrual-lines.ts";
import { type Loan, loanPosition } from "../../../domain/loan/loan-position.ts";
import { houseConventions } from "../../../domain/product/conventions.ts";
import { allocateRepayment, offerRepayment } from "../../../domain/repayment/repayment.ts";
import { buildSchedule } from "../../../domain/schedule/schedule.ts";
import { paid, publishedLoan } from "../../support/fixtures/published-loan.ts";

const part = (loan: Loan, amount: string, valueDate: string): Loan => {
  const id = `part-${valueDate}`;
  const paid = allocateRepayment(loan, {
    ...{ id, kind: "partial", amount, rail: "balance", fee: "0.00", valueDate },
  });
  return paid.ok ? paid.loan : loan;
};

describe("the interest of an installment, line by line", () => {
  // By hand, of the published loan: 10,000 x 29 days x 0.05 % = 145.00.
  it("is principal x days x rate", () => {
    expect(interestLines(publishedLoan(), 1, "2016-03-10")).toEqual({
      installment: 1,
      lines: [
        {
          ...{ from: "2016-02-10", to: "2016-03-10", days: 29, principal: "10000.00" },
          ...{ rate: "0.0005", amount: "145" },
        },
      ],
      rounded: "145.00",
    });
  });

  it("ends on the day asked for, and has no line before its period begins", () => {
    expect(interestLines(publishedLoan(), 1, "2016-02-20").rounded).toBe("50.00");
    expect(interestLines(publishedLoan(), 2, "2016-03-10")).toEqual({
      installment: 2,
      lines: [],
      rounded: "0.00",
    });
  });

  it("ends on the due date at the latest, however late it is asked", () => {
    const atDue = interestLines(publishedLoan(), 1, "2016-03-10");
    expect(interestLines(publishedLoan(), 1, "2016-05-01")).toEqual(atDue);
  });

  it("has no line for days on which nothing was owed", () => {
    // Paid off on 20 February: 10,000.00 and ten days of interest, 50.00.
    const settled = paid(publishedLoan(), "2016-02-20 10050.00 payoff");
    expect(interestLines(settled, 1, "2016-03-10").lines.map(({ days, amount }) => [days, amount])).toEqual([
      [10, "50"],
    ]);
    expect(interestLines(settled, 2, "2016-04-10")).toEqual({ installment: 2, lines: [], rounded: "0.00" });
  });

  // By hand: 10 days of 10,000 are 50.00, paid with 1,050; then 19 days of 9,000 at 0.05 % are 85.50.
  it("is cut where a part was paid", () => {
    const { lines, rounded } = interestLines(part(publishedLoan(), "1050.00", "2016-02-20"), 1, "2016-03-10");
    expect(lines.map(({ days, principal, amount }) => [days, principal, amount])).toEqual([
      [10, "10000.00", "50"],
      [19, "9000.00", "85.5"],
    ]);
    expect(rounded).toBe("135.50");
  });

  it("adds up to what every installment is charged, whatever was paid before", () => {
    fc.assert(
      fc.property(
        fc.record({
          principal: fc.integer({ min: 100_00, max: 200_000_00 }).map((fen) => (fen / 100).toFixed(2)),
          installments: fc.constantFrom(3, 5, 6, 10, 12, 20),
          method: fc.constantFrom("equal-principal" as const, "level-payment" as const),
          rate: fc.integer({ min: 1, max: 64 }).map((steps) => (steps / 100_000).toFixed(6)),
          paidAfter: fc.integer({ min: 1, max: 100 }),
        }),
        ({ principal, installments, method, rate, paidAfter }) => {
          const terms = { productId: "p", principal, method, installments, dailyRate: rate };
          const dated = { ...terms, disbursedOn: "2016-01-31", conventions: houseConventions };
          const ids = { id: "l", number: "1", quoteId: "l", quoteHash: "h", repayments: [] };
          const whole: Loan = { ...dated, ...ids, schedule: buildSchedule(dated) };
          const loan = part(whole, "60.00", addDays("2016-01-31", paidAfter));
          const { installments: charged } = loanPosition(loan, addDays("2016-01-31", paidAfter));
          for (const one of charged)
            expect(interestLines(loan, one.number, one.dueDate).rounded).toBe(one.interest);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the penalty of an installment, line by line", () => {
  // By hand: 2,000 x 3 days x 0.05 % = 3.00.
  it("is overdue principal x days past due x rate", () => {
    const { lines, rounded } = penaltyLines(publishedLoan(), 1, "2016-03-13");
    expect(lines.map(({ days, principal, rate }) => [days, principal, rate])).toEqual([
      [3, "2000.00", "0.0005"],
    ]);
    expect(rounded).toBe("3.00");
  });

  it("is none on the due date, and none before", () => {
    expect(penaltyLines(publishedLoan(), 1, "2016-03-10").lines).toEqual([]);
    expect(penaltyLines(publishedLoan(), 1, "2016-02-20")).toEqual({
      installment: 1,
      lines: [],
      rounded: "0.00",
    });
  });

  it("falls with the principal that is paid", () => {
    // By hand: 1,148.00 on day 3 pay 3.00 penalty, 145.00 interest and 1,000.00 principal; then 2 days of 1,000: 1.00.
    const loan = part(publishedLoan(), "1148.00", "2016-03-13");
    const { lines, rounded } = penaltyLines(loan, 1, "2016-03-15");
    expect(lines.map(({ days, principal }) => [days, principal])).toEqual([
      [3, "2000.00"],
      [2, "1000.00"],
    ]);
    expect(rounded).toBe("4.00");
    expect(loanPosition(loan, "2016-03-15").installments[0]?.penalty).toBe("1.00");
    expect(offerRepayment(loan, { kind: "due", on: "2016-03-15" })).toMatchObject({ amount: "1001.00" });
  });
});
