/** The published loan as the journey keeps it: 10,000 at 0.05 % a day, five equal parts, from 10 February 2016. */
import type { Loan, Repayment } from "../../../domain/loan/loan.ts";
import { makeQuote, type Quote } from "../../../domain/pricing/quote.ts";
import { allocateRepayment } from "../../../domain/repayment/repayment.ts";

export function publishedQuote(): Quote {
  return makeQuote({
    id: "quote-1",
    terms: {
      ...{ productId: "weilidai", principal: "10000.00", method: "equal-principal", installments: 5 },
      ...{ dailyRate: "0.0005", disbursedOn: "2016-02-10" },
    },
    dayBasis: 360,
    issuedAt: "2016-02-10T02:00:00.000Z",
    expiresAt: "2016-02-10T02:30:00.000Z",
  });
}

export function publishedLoan(): Loan {
  const { productId, principal, method, installments, dailyRate, disbursedOn, conventions, schedule, hash } =
    publishedQuote();
  return {
    ...{ productId, principal, method, installments, dailyRate, disbursedOn, conventions, schedule },
    ...{ id: "loan-1", number: "20160210-0001", quoteId: "quote-1", quoteHash: hash, repayments: [] },
  };
}

/** The loan after a payment that must be taken: "2016-03-10 2145.00 due". */
export function paid(loan: Loan, line: string): Loan {
  const [valueDate = "", amount = "", kind = "partial"] = line.split(" ");
  const payment = {
    id: `r${loan.repayments.length + 1}`,
    kind: kind as Repayment["kind"],
    amount,
    valueDate,
  };
  const result = allocateRepayment(loan, { ...payment, rail: "balance", fee: "0.00" });
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.loan;
}
