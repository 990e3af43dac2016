/** The loan calendar: every installment of every open loan, by date. */
import { shanghaiDate } from "../../domain/dates.ts";
import { type InstallmentPosition, type Loan, type LoanPosition, loanPosition } from "../../domain/loan.ts";
import { addYuan } from "../../domain/money.ts";
import { offerRepayment } from "../../domain/repayment.ts";
import { openLoans } from "../../machines/journey/offers.ts";
import type { Card } from "../messages.ts";
import { yuan } from "./figures.ts";
import type { Scope } from "./stage-view.ts";

interface Standing {
  loan: Loan;
  position: LoanPosition;
}

/** Undefined when no loan is open. The loan's number is a column only where there are several. */
export function calendarCard({ context, m }: Scope): Card | undefined {
  const { card } = m.reminding;
  const on = shanghaiDate(context.at);
  const standings = openLoans(context).map((loan) => ({ loan, position: loanPosition(loan, on) }));
  const several = standings.length > 1;
  if (standings.length === 0) return undefined;
  return {
    title: card.title,
    facts: [
      ...standings.flatMap((standing) => factsOf(standing, on, { m, several })),
      { label: card.reminders, value: card.remindedBefore(context.reminderDaysBefore) },
    ],
    columns: [...(several ? [card.loan] : []), card.number, card.dueDate, card.amount, card.status],
    rows: rowsByDate(standings).map(({ loan, installment }) => [
      ...(several ? [loan.number] : []),
      String(installment.number),
      m.date(installment.dueDate),
      yuan(amountOf(installment)),
      card.statuses[installment.status],
    ]),
  };
}

function factsOf(
  { loan, position }: Standing,
  on: string,
  { m, several }: { m: Scope["m"]; several: boolean },
): Card["facts"] {
  const { card } = m.reminding;
  const payoff = offerRepayment(loan, { kind: "payoff", on });
  const label = (name: string): string => (several ? `${loan.number} ${name}` : name);
  return [
    ...(several ? [] : [{ label: card.loan, value: loan.number }]),
    { label: label(card.outstanding), value: yuan(position.outstandingPrincipal) },
    ...(payoff.ok ? [{ label: label(card.payoff), value: yuan(payoff.amount) }] : []),
  ];
}

const rowsByDate = (standings: Standing[]): { loan: Loan; installment: InstallmentPosition }[] =>
  standings
    .flatMap(({ loan, position }) => position.installments.map((installment) => ({ loan, installment })))
    .sort((a, b) => a.installment.dueDate.localeCompare(b.installment.dueDate));

/** What is left to pay, or what was paid once nothing is left. */
const amountOf = (one: InstallmentPosition): string =>
  one.status === "settled"
    ? addYuan([one.paidPrincipal, one.paidInterest, one.paidPenalty])
    : one.outstanding;
