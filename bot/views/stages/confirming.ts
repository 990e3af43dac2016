/** Contract, face check, signature, payout. */

import { findProduct } from "../../../domain/catalogue.ts";
import { housePenalty } from "../../../domain/conventions.ts";
import { backChoice, cancelChoice, homeChoice, retryChoice } from "../common-choices.ts";
import { quoteCard, quoteOf } from "../quote-card.ts";
import { choice, type Scope, type StageView, type StageViews } from "../stage-view.ts";

export const confirmingViews: StageViews<"confirming"> = {
  "confirming.reviewingContract": reviewingContract,
  "confirming.verifyingFace": ({ m }) => ({
    text: m.confirming.verifyingFace,
    situation: m.confirming.situation.verifyingFace,
    choices: [[cancelChoice(m)]],
  }),
  "confirming.faceRefused": ({ m }) => ({
    text: m.confirming.faceRefused,
    situation: m.confirming.situation.faceRefused,
    choices: [[retryChoice(m), backChoice(m), cancelChoice(m)]],
  }),
  "confirming.signing": signing,
  "confirming.payingOut": ({ m, context: { quote } }) => ({
    text: quote ? m.confirming.payingOut({ amount: quote.principal }) : m.confirming.payingOutUnknown,
    situation: m.confirming.situation.payingOut,
    choices: [],
    money: true,
  }),
  "confirming.payoutFailed": ({ m }) => ({
    text: m.confirming.payoutFailed,
    situation: m.confirming.situation.payoutFailed,
    choices: [[retryChoice(m), homeChoice(m)]],
    money: true,
  }),
};

function reviewingContract(scope: Scope): StageView {
  const { m, context } = scope;
  const quote = quoteOf(context);
  return {
    text: contractText(scope),
    situation: m.confirming.situation.reviewingContract,
    card: quoteCard(quote, m),
    choices: [
      [choice(m.buttons.acceptContract, { type: "contract.accept", hash: quote.hash })],
      [
        choice(m.buttons.changeAmount, { type: "amount.change" }),
        choice(m.buttons.changeTerm, { type: "term.change" }),
      ],
      [backChoice(m), cancelChoice(m)],
    ],
    money: true,
  };
}

function contractText({ m, context, locale }: Scope): string {
  const quote = quoteOf(context);
  const { purpose } = context.request;
  const product = findProduct(quote.productId);
  return m.confirming.contract({
    quote,
    product: product.name[locale],
    lender: product.lender?.[locale] ?? product.name[locale],
    purpose: purpose ? m.words.purposes[purpose] : m.confirming.unknownPurpose,
    penaltyRate: housePenalty.dailyRate,
    card: context.card
      ? m.confirming.boundCard({ bank: m.words.bank(context.card.bank), tail: context.card.tail })
      : m.confirming.unknownCard,
  });
}

/** The button's own label states amount and term, so that it cannot be misread. */
function signing({ m, context }: Scope): StageView {
  const quote = quoteOf(context);
  return {
    text: m.confirming.signing({ quote }),
    situation: m.confirming.situation.signing,
    choices: [
      [choice(m.buttons.sign(quote.principal, quote.installments), { type: "sign", hash: quote.hash })],
      [backChoice(m), cancelChoice(m)],
    ],
    money: true,
  };
}
