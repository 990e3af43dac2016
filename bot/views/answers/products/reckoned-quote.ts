/** A quote, installment by installment: principal left x days x daily rate, unrounded and rounded. */
import { interestLines } from "../../../../domain/loan/accrual-lines.ts";
import type { Loan } from "../../../../domain/loan/loan-position.ts";
import { round } from "../../../../domain/money/money.ts";
import type { Quote } from "../../../../domain/pricing/quote.ts";
import type { Messages } from "../../../locales/messages.ts";
import { dailyPercent, yuan } from "../../figures/figures.ts";
import { lines } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";

/** The loan that the quote would become, untouched. */
const asLoan = (quote: Quote): Loan => ({
  ...quote,
  number: "",
  quoteId: quote.id,
  quoteHash: quote.hash,
  repayments: [],
});

export function reckonedQuote(quote: Quote, m: Messages): Answer {
  const { reckoning } = m;
  const { card } = reckoning;
  const loan = asLoan(quote);
  const rows = quote.schedule.map((row) => ({ row, accrued: interestLines(loan, row.number, row.dueDate) }));
  const [first] = rows;
  const [line] = first?.accrued.lines ?? [];
  const told = line && { ...line, amount: unrounded(line.amount) };
  return {
    text: lines(
      first && told && reckoning.quote({ line: reckoning.line(told), ...first.row }),
      reckoning.method[quote.method](quote),
      reckoning.closing,
    ),
    card: {
      title: card.quote,
      facts: [{ label: card.dailyRate, value: dailyPercent(quote.dailyRate) }],
      columns: [
        ...[card.number, card.days, card.principalLeft],
        ...[card.exact, card.interest, card.principal, card.payment],
      ],
      rows: rows.map(({ row, accrued }) => [
        ...[String(row.number), String(row.days), yuan(accrued.lines[0]?.principal ?? row.principal)],
        unrounded(accrued.lines[0]?.amount ?? "0"),
        ...[row.interest, row.principal, row.payment].map(yuan),
      ]),
    },
  };
}

/** Enough decimals to see how it was rounded. */
export function unrounded(amount: string): string {
  const shown = round(amount, 6, "half-up");
  return shown.toFixed(Math.max(2, shown.decimalPlaces()));
}
