/** A repayment before it is confirmed: what it covers, what it costs, when it arrives. */
import { shanghaiDate } from "../../../domain/calendar/dates.ts";
import type { InstallmentAllocation } from "../../../domain/loan/loan-position.ts";
import { addYuan } from "../../../domain/money/money.ts";
import { railFee, railOf } from "../../../domain/repayment/rails.ts";
import { offerRepayment } from "../../../domain/repayment/repayment.ts";
import { findLoan } from "../../../machines/journey/loans.ts";
import type { RepaymentOffer } from "../../../machines/journey-context.ts";
import type { Card } from "../../messages.ts";
import { yuan } from "../figures/figures.ts";
import type { Scope } from "../stage-view.ts";

/** Undefined while kind, amount or rail is not chosen yet. */
export function repaymentCard({ context, m }: Scope, offer: RepaymentOffer): Card | undefined {
  const { kind, amount, rail: railId } = offer;
  if (!kind || !amount || !railId) return undefined;
  const { card } = m.repaying;
  const loan = findLoan(context, offer.loanId);
  const on = offer.valueDate ?? shanghaiDate(context.at);
  const priced = offerRepayment(loan, { kind, amount, on });
  if (!priced.ok) return undefined;
  const { lines, allocations } = priced;
  const rail = railOf(railId);
  const fee = railFee(rail, amount);
  const isFree = Number(fee.maximum) === 0;
  return {
    title: card.title,
    facts: [
      { label: card.loan, value: loan.number },
      { label: card.kind, value: m.words.kinds[kind] },
      { label: card.rail, value: m.words.rails[railId] },
      { label: card.principal, value: yuan(lines.principal) },
      { label: card.interest, value: yuan(lines.interest) },
      { label: card.penalty, value: yuan(lines.penalty) },
      { label: card.fee, value: m.products.range(yuan(fee.minimum), yuan(fee.maximum)) },
      { label: card.total, value: isFree ? yuan(amount) : card.atMost(addYuan([amount, fee.maximum])) },
      { label: card.arrival, value: m.words.arrival(rail) },
      { label: card.countsFor, value: m.date(on) },
    ],
    ...tableOf(allocations, m),
  };
}

/** By installment, where the money covers more than one. */
function tableOf(allocations: InstallmentAllocation[], m: Scope["m"]): Pick<Card, "columns" | "rows"> {
  const { card } = m.repaying;
  if (allocations.length < 2) return { columns: [], rows: [] };
  return {
    columns: [card.installment, card.principal, card.interest, card.penalty],
    rows: allocations.map((row) => [
      String(row.installment),
      yuan(row.principal),
      yuan(row.interest),
      yuan(row.penalty),
    ]),
  };
}
