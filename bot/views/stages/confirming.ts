/** Contract, face check, signature, payout. */

import { nameIn } from "../../../domain/language/local-name.ts";
import { exact } from "../../../domain/money/money.ts";
import { findProduct } from "../../../domain/product/catalogue.ts";
import { quoteCard, quoteOf } from "../cards/quote-card.ts";
import { backChoice, cancelChoice, homeChoice, retryChoice } from "../choices/common-choices.ts";
import { merchantName } from "../choices/merchant-name.ts";
import { notedRequest } from "../choices/request-summary.ts";
import { burdenWarning } from "../figures/burden.ts";
import { choice, lines, paragraphs, type Scope, type StageView, type StageViews } from "../stage-view.ts";

export const confirmingViews: StageViews<"confirming"> = {
  "confirming.reviewingContract": reviewingContract,
  "confirming.verifyingFace": (scope) => ({
    text: lines(notedRequest(scope), scope.m.confirming.verifyingFace),
    situation: scope.m.confirming.situation.verifyingFace,
    choices: [[cancelChoice(scope.m)]],
  }),
  "confirming.faceRefused": (scope) => ({
    text: lines(notedRequest(scope), scope.m.confirming.faceRefused),
    situation: scope.m.confirming.situation.faceRefused,
    choices: [[retryChoice(scope.m), backChoice(scope.m), cancelChoice(scope.m)]],
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
    text: paragraphs(contractText(scope), burdenWarning(scope)),
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

function contractText(scope: Scope): string {
  const { m, context, locale } = scope;
  const quote = quoteOf(context);
  const { purpose } = context.request;
  const product = findProduct(quote.productId);
  return m.confirming.contract({
    quote,
    product: nameIn(product.name, locale),
    lender: nameIn(product.lender, locale) ?? nameIn(product.name, locale),
    purpose: purpose ? m.words.purposes[purpose] : m.confirming.unknownPurpose,
    penalty: quote.conventions.repayment.penalty,
    ...payeeOf(scope),
  });
}

/** The merchant of a cart, with what is left to pay there; the borrower's own card otherwise. */
function payeeOf({ m, context, locale }: Scope): { payee: string; downPayment: string | undefined } {
  const { card, purchase } = context;
  if (purchase) {
    const merchant = merchantName(purchase.merchantId, locale);
    const rest = exact(purchase.amount).minus(quoteOf(context).principal);
    const { payee, downPayment } = m.products.purchase;
    return {
      payee: payee({ merchant, order: purchase.orderNumber }),
      downPayment: rest.gt(0) ? downPayment({ merchant, amount: rest.toFixed(2) }) : undefined,
    };
  }
  const own = card
    ? m.confirming.boundCard({ bank: m.words.bank(card.bank), tail: card.tail })
    : m.confirming.unknownCard;
  return { payee: own, downPayment: undefined };
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
