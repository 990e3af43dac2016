/** A quote as a card: its terms, its cost, and every installment. */
import type { Quote } from "../../../domain/pricing/quote.ts";
import type { JourneyContext } from "../../../machines/journey-context.ts";
import type { Messages } from "../../locales/messages.ts";
import type { Card } from "../../messages.ts";
import { percent, yuan } from "../figures/figures.ts";

/** The quote of a state that shows one; a missing one is a bug. */
export function quoteOf({ quote }: JourneyContext): Quote {
  if (!quote) throw new Error("This state shows a quote, and there is none");
  return quote;
}

export function quoteCard(quote: Quote, m: Messages): Card {
  const { card } = m.quoting;
  const { columns } = card;
  return {
    title: card.title,
    facts: [
      { label: card.principal, value: yuan(quote.principal) },
      { label: card.term, value: m.words.months(quote.installments) },
      { label: card.method, value: m.words.methods[quote.method] },
      { label: card.dailyRate, value: percent(quote.dailyRate, 4) },
      { label: card.aprSimple, value: percent(quote.apr.simple) },
      { label: card.aprCompounded, value: percent(quote.apr.compounded) },
      { label: card.totalInterest, value: yuan(quote.totalInterest) },
      { label: card.totalPayable, value: yuan(quote.totalPayable) },
      { label: card.disbursedOn, value: m.date(quote.disbursedOn) },
    ],
    columns: [
      columns.number,
      columns.dueDate,
      columns.principalPart,
      columns.interest,
      columns.payment,
      columns.balance,
    ],
    rows: quote.schedule.map((row) => [
      String(row.number),
      m.date(row.dueDate),
      yuan(row.principal),
      yuan(row.interest),
      yuan(row.payment),
      yuan(row.balance),
    ]),
    rowsInBrief: card.inBrief({ ...quote, first: quote.schedule[0] }),
    footnote: card.footnote,
  };
}
