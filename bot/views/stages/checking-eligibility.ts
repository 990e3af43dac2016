/** Identity, card, authorisation, assessment; a refusal explains itself. */

import type { Locale } from "../../../domain/language/languages.ts";
import { nameIn } from "../../../domain/language/local-name.ts";
import { findProduct } from "../../../domain/product/catalogue.ts";
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import {
  askChoice,
  cancelChoice,
  homeChoice,
  productChoices,
  retryChoice,
} from "../choices/common-choices.ts";
import { notedRequest } from "../choices/request-summary.ts";
import { refusalTexts } from "../notices/refusal-texts.ts";
import { choice, lines, paragraphs, type Scope, type StageView, type StageViews } from "../stage-view.ts";

type Waiting = "verifyingName" | "findingCard" | "assessing";

const waiting =
  (state: Waiting) =>
  (scope: Scope): StageView => {
    const { m } = scope;
    return {
      text: lines(notedRequest(scope), m.checkingEligibility[state]),
      situation: m.checkingEligibility.situation[state],
      choices: [[cancelChoice(m)]],
    };
  };

export const checkingEligibilityViews: StageViews<"checkingEligibility"> = {
  "checkingEligibility.identifying": identifying,
  "checkingEligibility.verifyingName": waiting("verifyingName"),
  "checkingEligibility.identityRefused": (scope) => ({
    text: lines(notedRequest(scope), scope.m.checkingEligibility.identityRefused),
    situation: scope.m.checkingEligibility.situation.identityRefused,
    choices: [[retryChoice(scope.m), cancelChoice(scope.m)]],
  }),
  "checkingEligibility.findingCard": waiting("findingCard"),
  "checkingEligibility.authorising": authorising,
  "checkingEligibility.assessing": waiting("assessing"),
  "checkingEligibility.refused": refused,
};

function authorising(scope: Scope): StageView {
  const { m, context, locale } = scope;
  return {
    text: lines(
      notedRequest(scope),
      m.checkingEligibility.authorising({
        sandbox: context.sandbox,
        product: nameIn(findProduct(context.productId).name, locale),
        lender: lenderName(context.productId, locale),
      }),
    ),
    situation: m.checkingEligibility.situation.authorising,
    choices: [
      [
        choice(m.buttons.authoriseCredit, { type: "credit.authorise" }),
        choice(m.buttons.declineCredit, { type: "credit.decline" }),
      ],
      [
        askChoice(scope, "is-on-pboc"),
        choice(m.buttons.otherProducts, { type: "ask", topic: "loan-options" }),
      ],
      [cancelChoice(m)],
    ],
  };
}

function identifying(scope: Scope): StageView {
  const { m, context, locale } = scope;
  return {
    text: lines(
      notedRequest(scope),
      m.products.forProduct({
        product: nameIn(findProduct(context.productId).name, locale),
        lender: lenderName(context.productId, locale),
      }),
      m.checkingEligibility.identifying,
    ),
    situation: m.checkingEligibility.situation.identifying,
    choices: [
      [choice(m.buttons.startIdentity, { type: "identity.start" }), cancelChoice(m)],
      [choice(m.buttons.otherProducts, { type: "ask", topic: "loan-options" })],
    ],
  };
}

function refused(scope: Scope): StageView {
  const { m, context } = scope;
  const { reasons, tryAgain, otherProducts, maySoonTry } = refusalTexts(scope);
  const told = reasons.map((text) => `· ${text}`);
  const text =
    told.length === 0
      ? m.checkingEligibility.refusedWithoutReason
      : paragraphs(lines(m.checkingEligibility.refused, ...told), tryAgain);
  return {
    text,
    situation: m.checkingEligibility.situation.refused,
    choices: [
      productChoices(scope).filter(({ event }) => isAmong(otherProducts, event)),
      maySoonTry ? [retryChoice(m), homeChoice(m)] : [homeChoice(m), askChoice(scope, "loan-options")],
      [
        ...(maySoonTry ? [askChoice(scope, "loan-options")] : []),
        ...(context.assessment ? [askChoice(scope, "what-is-assessed")] : []),
        ...(maySoonTry ? [] : [retryChoice(m)]),
        ...(context.sandbox ? [choice(m.buttons.persona, { type: "persona.show" })] : []),
      ],
    ],
  };
}

const isAmong = (products: readonly string[], event: JourneyEvent): boolean =>
  event.type === "product.choose" && products.includes(event.product);

function lenderName(productId: string, locale: Locale): string {
  const { lender, name } = findProduct(productId);
  return nameIn(lender ?? name, locale);
}
