/** What to pay, by which rail, then a confirmation of the very amount. */
import { amountDue } from "../../../domain/loan.ts";
import { railOf } from "../../../domain/rails.ts";
import { offerRepayment } from "../../../domain/repayment.ts";
import type { RepaymentOffer } from "../../../machines/journey-context.ts";
import type { Choice } from "../../messages.ts";
import { backChoice, cancelChoice, homeChoice, loansChoice, retryChoice } from "../common-choices.ts";
import { repaymentCard } from "../repayment-card.ts";
import { choice, lines, paragraphs, type Scope, type StageView, type StageViews } from "../stage-view.ts";
import { openOnes, type Standing } from "../standings.ts";

/** Rails that a borrower can take here; paying by credit card is explained, not offered. */
const offeredRails = ["balance", "bank-card"] as const;

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
  "repaying.refused": ({ m }) => ({
    text: m.repaying.refused,
    situation: m.repaying.situation.refused,
    choices: [[retryChoice(m), homeChoice(m)]],
    money: true,
  }),
  "repaying.nothing": ({ m, context }) => ({
    text: context.processing.length > 0 ? m.repaying.nothingWhileProcessing : m.repaying.nothing,
    situation: m.repaying.situation.nothing,
    choices: [[loansChoice(m), homeChoice(m)]],
    menu: true,
  }),
};

const wayOut = ({ m }: Scope): Choice[] => [backChoice(m), cancelChoice(m)];

function choosingLoan(scope: Scope): StageView {
  const { m, standings } = scope;
  return {
    text: m.repaying.chooseLoan,
    situation: m.repaying.situation.choosingLoan,
    choices: [
      ...openOnes(standings()).map(({ loan, position }) => [
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
function offerOf({ context, standings }: Scope): Standing & { offer: RepaymentOffer } {
  const { repayment: offer } = context;
  const standing = standings().find(({ loan }) => loan.id === offer?.loanId);
  if (!offer || !standing) throw new Error("This state shows a repayment, and there is none");
  return { offer, ...standing };
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

function choosingRail(scope: Scope): StageView {
  const { m } = scope;
  const { offer } = offerOf(scope);
  const offered = offeredRails.map(railOf);
  return {
    text: paragraphs(
      m.repaying.chooseRail({ amount: offer.amount ?? "0.00" }),
      lines(...offered.map(m.repaying.railLine)),
    ),
    situation: m.repaying.situation.choosingRail,
    choices: [
      offeredRails.map((rail) => choice(m.words.rails[rail], { type: "repay.rail", rail })),
      wayOut(scope),
    ],
    money: true,
  };
}

function reviewing(scope: Scope): StageView {
  const { m } = scope;
  const { offer } = offerOf(scope);
  const { kind, amount, rail, hash } = offer;
  if (!kind || !amount || !rail || !hash) throw new Error("A repayment is reviewed before it is complete");
  return {
    text: m.repaying.review({ amount, kind, rail: m.words.rails[rail] }),
    situation: m.repaying.situation.reviewing,
    card: repaymentCard(scope, offer),
    choices: [[choice(m.buttons.confirmRepayment(amount), { type: "repay.confirm", hash })], wayOut(scope)],
    money: true,
  };
}
