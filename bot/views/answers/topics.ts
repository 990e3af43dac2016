/** Worries answered: who is told, what follows when nobody pays, who lends, what can be had for less. */

import { dailyCap, quietHours } from "../../../domain/contact/contact-policy.ts";
import { nameIn } from "../../../domain/language/local-name.ts";
import {
  findProduct,
  isQuotable,
  type Product,
  productList,
  quotableProduct,
} from "../../../domain/product/catalogue.ts";
import { type ContactDays, contactDaysOf } from "../../../domain/product/conventions.ts";
import { conventionsOf } from "../../../domain/product/product-conventions.ts";
import { openOnes } from "../figures/open-ones.ts";
import { ownFigures } from "../figures/own-figures.ts";
import { lines, type Scope } from "../stage-view.ts";
import type { Answering } from "./answer.ts";
import { boundCard } from "./loans/bound-card.ts";
import { chosenProduct, lenderOf } from "./products/chosen-product.ts";

/** Of the loan that is overdue longest; with none overdue, of what the borrower would take. */
function contactDaysFor({ context, loanPositions }: Scope): ContactDays {
  const [late] = openOnes(loanPositions()).toSorted(
    (a, b) => b.position.daysPastDue - a.position.daysPastDue,
  );
  return contactDaysOf(late?.loan.conventions ?? conventionsOf(quotableProduct(context.productId)));
}

export const topicAnswers = {
  "who-knows": ({ m }) => ({ text: m.topics.whoKnows }),
  pursuit: (scope) => {
    const { overdue } = ownFigures(scope);
    return { text: scope.m.topics.pursuit({ overdue, from: contactDaysFor(scope) }) };
  },
  lender: (scope) => ({ text: whoLends(scope) }),
  waiver: (scope) => ({ text: scope.m.topics.waiver({ overdue: ownFigures(scope).overdue }) }),
  bargain: (scope) => {
    const { m } = scope;
    const { own } = ownFigures(scope);
    return { text: m.topics.bargain({ dailyRate: own && m.words.dailyRate(own.dailyRate) }) };
  },
  documents: ({ m }) => ({ text: m.topics.documents }),
  "upfront-fee": ({ m }) => ({ text: m.topics.upfrontFee }),
  "not-mine": (scope) => ({ text: scope.m.topics.notMine(chosenProduct(scope)) }),
  trust: (scope) => ({ text: scope.m.topics.trust(chosenProduct(scope)) }),
  erase: (scope) => ({ text: scope.m.topics.erase(chosenProduct(scope)) }),
  terms: ({ m }) => ({ text: m.topics.terms }),
  "contact-hours": (scope) => ({
    text: scope.m.topics.contactHours({
      ...{ ...quietHours, most: dailyCap, call: contactDaysFor(scope).call },
      daysBefore: scope.context.reminderDaysBefore,
    }),
  }),
  hotline: (scope) => ({ text: scope.m.topics.hotline(chosenProduct(scope)) }),
  taken: ({ m }) => ({ text: m.topics.taken }),
  regret: ({ m }) => ({ text: m.topics.regret }),
  minimum: (scope) => ({ text: scope.m.topics.minimum(ownFigures(scope)) }),
  distress: ({ m }) => ({ text: m.topics.distress }),
} satisfies Record<string, Answering>;

/** Of the loans that run, and of the one applied for; with neither, of every product. */
function whoLends(scope: Scope): string {
  const { m, context, path, locale } = scope;
  const { of, loan: ofLoan, card, jiedao } = m.topics.lender;
  const applying = /^(?:checkingEligibility|quoting|confirming)/.test(path);
  const loans = openOnes(scope.loanPositions()).map(({ loan }) =>
    ofLoan({ number: loan.number, lender: lenderOf(loan.productId, scope) }),
  );
  const lent = ({ id, name }: Product): string =>
    of({ product: nameIn(name, locale), lender: lenderOf(id, scope) });
  if (loans.length === 0 && !applying)
    return lines(jiedao, sentences(scope, productList().filter(isQuotable).map(lent)));
  const bound = boundCard(scope);
  const applied = applying
    ? sentences(scope, [lent(findProduct(context.productId)), ...(bound ? [card(bound)] : [])])
    : undefined;
  return lines(...loans, applied, jiedao);
}

const sentences = ({ m }: Scope, parts: string[]): string => parts.join(m.betweenSentences);
