/** The loan calendar: every installment of every open loan, by date, and what the coming months take in all. */
import { shanghaiDate } from "../../../domain/calendar/dates.ts";
import { amountToShow, loanCalendar } from "../../../domain/loan/loan-calendar.ts";
import type { InstallmentPosition, Loan } from "../../../domain/loan/loan-position.ts";
import { sum } from "../../../domain/money/money.ts";
import { offerRepayment } from "../../../domain/repayment/repayment.ts";
import type { Card } from "../../messages.ts";
import { yuan } from "../figures/figures.ts";
import { type LoanWithPosition, openOnes } from "../figures/open-ones.ts";
import type { Scope } from "../stage-view.ts";

const monthsAhead = 3;

/** Undefined when no loan is open. The loan's number is a column only where there are several. */
export function calendarCard({ context, m, loanPositions }: Scope): Card | undefined {
  const { card } = m.reminding;
  const open = openOnes(loanPositions());
  const several = open.length > 1;
  const covered = new Map(open.flatMap((known) => coveredBy(known, context, m)));
  if (open.length === 0) return undefined;
  return {
    title: card.title,
    facts: [
      ...context.processing.map(({ amount, arrivesOn }) => ({
        label: card.onItsWay,
        value: card.arriving({ amount, arrivesOn }),
      })),
      ...open.flatMap((known) => factsOf(known, m, several)),
      ...(several ? monthFacts(context, m) : []),
      { label: card.reminders, value: reminders(context, m) },
    ],
    columns: [...(several ? [card.loan] : []), card.number, card.dueDate, card.amount, card.status],
    rows: byDate(open).map(({ loan, installment }) => [
      ...(several ? [loan.number] : []),
      String(installment.number),
      m.date(installment.dueDate),
      yuan(amountToShow(installment)),
      covered.get(installment) ?? card.statuses[installment.status],
    ]),
  };
}

/** Unpaid installments that a payment on its way reaches, earliest first, and what is said of them. */
function coveredBy(
  { loan, position }: LoanWithPosition,
  { processing }: Scope["context"],
  { reminding: { card } }: Scope["m"],
): [InstallmentPosition, string][] {
  let left = sum(processing.filter(({ loanId }) => loanId === loan.id).map(({ amount }) => amount));
  return position.installments.flatMap((one): [InstallmentPosition, string][] => {
    if (one.status === "settled" || left.lte(0)) return [];
    left = left.minus(one.outstanding);
    return [[one, left.isNegative() ? card.partlyOnItsWay : card.onItsWay]];
  });
}

const reminders = (
  { arrangements, reminderDaysBefore }: Scope["context"],
  { reminding }: Scope["m"],
): string =>
  arrangements.stopped ? reminding.card.remindersOff : reminding.card.remindedBefore(reminderDaysBefore);

/** What all loans take together, overdue ones in their own month. */
function monthFacts({ loans, at }: Scope["context"], m: Scope["m"]): Card["facts"] {
  const { months } = loanCalendar({ loans, on: shanghaiDate(at) });
  return months.slice(0, monthsAhead).map(({ month, total }) => ({
    label: m.reminding.card.monthTotal(m.scoring.month(month)),
    value: yuan(total),
  }));
}

function factsOf({ loan, position }: LoanWithPosition, m: Scope["m"], several: boolean): Card["facts"] {
  const { card } = m.reminding;
  const payoff = offerRepayment(loan, { kind: "payoff", on: position.on });
  const label = (name: string): string => (several ? `${loan.number} ${name}` : name);
  return [
    ...(several ? [] : [{ label: card.loan, value: loan.number }]),
    { label: label(card.outstanding), value: yuan(position.outstandingPrincipal) },
    ...(payoff.ok ? [{ label: label(card.payoff), value: yuan(payoff.amount) }] : []),
  ];
}

const byDate = (open: LoanWithPosition[]): { loan: Loan; installment: InstallmentPosition }[] =>
  open
    .flatMap(({ loan, position }) => position.installments.map((installment) => ({ loan, installment })))
    .sort((a, b) => a.installment.dueDate.localeCompare(b.installment.dueDate));
