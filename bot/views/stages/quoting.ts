/** Amount, term, method, purpose; then the quote. */
import { nameIn } from "../../../domain/language/local-name.ts";
import { findProduct } from "../../../domain/product/catalogue.ts";
import { allowedTerms, amountBounds } from "../../../machines/journey/limits.ts";
import type { Choice } from "../../messages.ts";
import { quoteCard, quoteOf } from "../cards/quote-card.ts";
import { askChoice, backChoice, cancelChoice, homeChoice, inRows } from "../choices/common-choices.ts";
import { notedRequest } from "../choices/request-summary.ts";
import { roundAmounts, termChoices } from "../choices/slot-choices.ts";
import { burdenWarning } from "../figures/burden.ts";
import { choice, paragraphs, type Scope, type StageView, type StageViews } from "../stage-view.ts";

const wayOut = ({ m }: Scope): Choice[] => [backChoice(m), cancelChoice(m)];

export const quotingViews: StageViews<"quoting"> = {
  "quoting.askingAmount": askingAmount,
  "quoting.askingTerm": askingTerm,
  "quoting.askingMethod": (scope) => ({
    text: paragraphs(notedRequest(scope), scope.m.quoting.askMethod),
    situation: scope.m.quoting.situation.askingMethod,
    choices: [
      ...inRows(
        (["equal-principal", "level-payment"] as const).map((method) =>
          choice(scope.m.words.methods[method], { type: "provide", method }),
        ),
        2,
      ),
      wayOut(scope),
    ],
  }),
  "quoting.askingPurpose": (scope) => ({
    text: paragraphs(notedRequest(scope), scope.m.quoting.askPurpose),
    situation: scope.m.quoting.situation.askingPurpose,
    choices: [
      ...inRows(
        (["daily", "renovation", "education", "medical", "travel"] as const).map((purpose) =>
          choice(scope.m.words.purposes[purpose], { type: "provide", purpose }),
        ),
        3,
      ),
      wayOut(scope),
    ],
  }),
  "quoting.reviewing": reviewing,
  "quoting.expired": expired,
};

function askingAmount(scope: Scope): StageView {
  const { m, context } = scope;
  const bounds = amountBounds(context);
  const now = context.request.amount;
  return {
    text: now
      ? m.quoting.askAmountAgain({ now, ...bounds })
      : paragraphs(notedRequest(scope), m.quoting.askAmount(bounds)),
    situation: m.quoting.situation.askingAmount(bounds),
    choices: [...inRows(amountChoices(scope), 2), wayOut(scope)],
  };
}

/** A few round amounts, and the most that may be borrowed. */
function amountChoices(scope: Scope): Choice[] {
  const { maximum } = amountBounds(scope.context);
  const most = choice(scope.m.buttons.wholeLimit(maximum), { type: "provide", amount: maximum });
  return [...roundAmounts(scope), most];
}

function askingTerm(scope: Scope): StageView {
  const { m, context } = scope;
  const terms = allowedTerms(context);
  return {
    text: m.quoting.askTerm({ amount: context.request.amount, terms }),
    situation: m.quoting.situation.askingTerm({ terms }),
    choices: [...inRows(termChoices(scope), 3), wayOut(scope)],
  };
}

function reviewing(scope: Scope): StageView {
  const { m, context, locale } = scope;
  const quote = quoteOf(context);
  return {
    text: paragraphs(
      m.quoting.review(quote, nameIn(findProduct(quote.productId).name, locale)),
      burdenWarning(scope),
    ),
    situation: m.quoting.situation.reviewing,
    card: quoteCard(quote, m),
    choices: [
      [choice(m.buttons.acceptQuote, { type: "quote.accept", hash: quote.hash })],
      [
        choice(m.buttons.changeAmount, { type: "amount.change" }),
        choice(m.buttons.changeTerm, { type: "term.change" }),
        cancelChoice(m),
      ],
      [askChoice(scope, "why-amount"), askChoice(scope, "compare-own-products")],
    ],
    money: true,
  };
}

function expired({ m }: Scope): StageView {
  return {
    text: m.quoting.expired,
    situation: m.quoting.situation.expired,
    choices: [[choice(m.buttons.renewQuote, { type: "quote.renew" })], [cancelChoice(m), homeChoice(m)]],
  };
}
