/** What to pay, by which rail, then a confirmation of the very amount. */
import { amountDue, type Loan, type LoanPosition } from "../../../domain/loan/loan-position.ts";
import { exact, sum } from "../../../domain/money/money.ts";
import { railFee, railOf, rails } from "../../../domain/repayment/rails.ts";
import { offerRepayment } from "../../../domain/repayment/repayment.ts";
import { priceOffer, railIsOffered } from "../../../machines/journey/offers.ts";
import type { RepaymentOffer } from "../../../machines/journey-context.ts";
import type { Choice } from "../../messages.ts";
import { repaymentCard } from "../cards/repayment-card.ts";
import {
  askChoice,
  backChoice,
  cancelChoice,
  homeChoice,
  inRows,
  loansChoice,
  retryChoice,
} from "../choices/common-choices.ts";
import { type LoanWithPosition, openOnes } from "../figures/open-ones.ts";
import { choice, lines, paragraphs, type Scope, type StageView, type StageViews } from "../stage-view.ts";

export const repayingViews: StageViews<"repaying"> = {
  "repaying.choosingLoan": choosingLoan,
  "repaying.choosingKind": choosingKind,
  "repaying.askingAmount": askingAmount,
  "repaying.choosingRail": choosingRail,
  "repaying.reviewing": reviewing,
  "repaying.collecting": ({ m, context: { repayment } }) => ({
    text: repayment?.amount
      ? m.repaying.collecting({ amount: repayment.amount })
      : m.repaying.collectingUnknown,
    situation: m.repaying.situation.collecting,
    choices: [],
    money: true,
  }),
  "repaying.refused": refused,
  "repaying.nothing": (scope) => ({
    text: nothingText(scope),
    situation: nothingSituation(scope),
    choices: [[loansChoice(scope.m), homeChoice(scope.m)]],
    menu: true,
  }),
};

/** While a payment is on its way something is owed still: it is waited for. */
const nothingSituation = ({ m, context }: Scope): string =>
  context.processing.length === 0 ? m.repaying.situation.nothing : m.repaying.situation.waiting;

/** One payment at a time: what the one on its way leaves of what is due is told with it. */
function nothingText({ m, context, loanPositions }: Scope): string {
  if (context.processing.length === 0) return m.repaying.nothing;
  const due = sum(
    loanPositions().flatMap(({ position }) => [position.overdue.total, position.dueToday.total]),
  );
  const rest = due.minus(sum(context.processing.map(({ amount }) => amount)));
  return rest.gt(0) ? m.repaying.restWhileProcessing(rest.toFixed(2)) : m.repaying.nothingWhileProcessing;
}

/** The same sum by another rail, while it can still be paid; or all over again. */
function refused({ m, context }: Scope): StageView {
  const { repayment } = context;
  const loan = context.loans.find(({ id }) => id === repayment?.loanId);
  const payable = repayment && loan && priceOffer(context, repayment) !== undefined;
  return {
    text: m.repaying.refused,
    situation: m.repaying.situation.refused,
    choices: [...(payable ? railChoices(m, loan) : []), [retryChoice(m), homeChoice(m)]],
    money: true,
  };
}

const railChoices = (m: Scope["m"], loan: Loan): Choice[][] =>
  inRows(
    rails
      .filter(({ id }) => railIsOffered(loan, id))
      .map(({ id }) => choice(m.words.rails[id], { type: "repay.rail", rail: id })),
    2,
  );

const wayOut = ({ m }: Scope): Choice[] => [backChoice(m), cancelChoice(m)];

/** A loan with a payment on its way takes no other. */
function choosingLoan(scope: Scope): StageView {
  const { m, loanPositions, context } = scope;
  const busy = new Set(context.processing.map(({ loanId }) => loanId));
  return {
    text: m.repaying.chooseLoan,
    situation: m.repaying.situation.choosingLoan,
    choices: [
      ...openOnes(loanPositions())
        .filter(({ loan }) => !busy.has(loan.id))
        .map(({ loan, position }) => [
          choice(m.buttons.repayLoan(loan.number, position.outstandingPrincipal), {
            type: "repay.loan",
            loanId: loan.id,
          }),
        ]),
      wayOut(scope),
    ],
    menu: true,
  };
}

/** The offer under way and its loan; a missing one is a bug. */
function offerOf({ context, loanPositions }: Scope): LoanWithPosition & { offer: RepaymentOffer } {
  const { repayment: offer } = context;
  const known = loanPositions().find(({ loan }) => loan.id === offer?.loanId);
  if (!offer || !known) throw new Error("This state shows a repayment, and there is none");
  return { offer, ...known };
}

function choosingKind(scope: Scope): StageView {
  const { m } = scope;
  const { loan, position } = offerOf(scope);
  const due = amountDue(position);
  const payoff = offerRepayment(loan, { kind: "payoff", on: position.on });
  const { kinds } = m.words;
  return {
    text: paragraphs(
      m.repaying.chooseKind({ number: loan.number, outstanding: position.outstandingPrincipal }),
      lines(due.dueDate && m.repaying.dueLine({ ...due, dueDate: due.dueDate }), m.repaying.kindHelp),
    ),
    situation: m.repaying.situation.choosingKind,
    choices: [
      [choice(m.buttons.kindWithAmount(kinds.due, due.amount), { type: "repay.kind", kind: "due" })],
      [choice(kinds.partial, { type: "repay.kind", kind: "partial" })],
      ...(payoff.ok
        ? [
            [
              choice(m.buttons.kindWithAmount(kinds.payoff, payoff.amount), {
                type: "repay.kind",
                kind: "payoff",
              }),
            ],
          ]
        : []),
      wayOut(scope),
    ],
    money: true,
  };
}

function askingAmount(scope: Scope): StageView {
  const { m } = scope;
  const { loan, position } = offerOf(scope);
  const payoff = offerRepayment(loan, { kind: "payoff", on: position.on });
  const maximum = payoff.ok ? payoff.amount : "0.00";
  return {
    text: m.repaying.askAmount({ maximum }),
    situation: m.repaying.situation.askingAmount({ maximum }),
    choices: [wayOut(scope)],
  };
}

/** What the rail will be asked for: a day later it may be more. */
function amountToday(
  { kind = "due", amount = "0.00" }: RepaymentOffer,
  { loan, position }: LoanWithPosition,
): string {
  const priced = offerRepayment(loan, { kind, amount, on: position.on });
  return priced.ok ? priced.amount : amount;
}

function choosingRail(scope: Scope): StageView {
  const { m } = scope;
  const { offer, loan, position } = offerOf(scope);
  const amount = amountToday(offer, { loan, position });
  const offered = rails.filter(({ id }) => railIsOffered(loan, id));
  const barred = rails.filter((rail) => !offered.includes(rail));
  return {
    text: paragraphs(
      m.repaying.chooseRail({ amount }),
      lines(
        ...offered.map((rail) => m.repaying.railLine(rail, railFee(rail, amount))),
        ...barred.map(m.repaying.railAboveCap),
      ),
    ),
    situation: m.repaying.situation.choosingRail,
    choices: [...railChoices(m, loan), wayOut(scope)],
    money: true,
  };
}

/** What a part leaves unpaid of what is due by now. */
function leftDue({ m }: Scope, position: LoanPosition, amount: string): string | undefined {
  const { amount: due, early } = amountDue(position);
  const rest = exact(due).minus(amount);
  return early || rest.lte(0) ? undefined : m.repaying.leavesDue(rest.toFixed(2));
}

function reviewing(scope: Scope): StageView {
  const { m } = scope;
  const { offer, position } = offerOf(scope);
  const { kind, amount, rail, hash } = offer;
  if (!kind || !amount || !rail || !hash) throw new Error("A repayment is reviewed before it is complete");
  const fee = railFee(railOf(rail), amount);
  return {
    text: paragraphs(
      m.repaying.review({ amount, kind, rail: m.words.rails[rail] }),
      leftDue(scope, position, amount),
      kind === "due" && amountDue(position).early ? m.repaying.dueEarly : undefined,
      Number(fee.maximum) > 0 ? m.repaying.reviewFee(fee) : undefined,
    ),
    situation: m.repaying.situation.reviewing,
    card: repaymentCard(scope, offer),
    choices: [
      [choice(m.buttons.confirmRepayment(amount, fee.maximum), { type: "repay.confirm", hash })],
      [askChoice(scope, "why-amount")],
      wayOut(scope),
    ],
    money: true,
  };
}
