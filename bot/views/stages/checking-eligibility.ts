/** Identity, card, authorisation, assessment; a refusal explains itself. */
import { cancelChoice, homeChoice, retryChoice } from "../common-choices.ts";
import { refusalTexts } from "../refusal-texts.ts";
import { choice, lines, paragraphs, type Scope, type StageView, type StageViews } from "../stage-view.ts";
import { wishOf } from "../wish.ts";

type Waiting = "verifyingName" | "findingCard" | "assessing";

const waiting =
  (state: Waiting) =>
  ({ m }: Scope): StageView => ({
    text: m.checkingEligibility[state],
    situation: m.checkingEligibility.situation[state],
    choices: [[cancelChoice(m)]],
  });

export const checkingEligibilityViews: StageViews<"checkingEligibility"> = {
  "checkingEligibility.identifying": identifying,
  "checkingEligibility.verifyingName": waiting("verifyingName"),
  "checkingEligibility.identityRefused": ({ m }) => ({
    text: m.checkingEligibility.identityRefused,
    situation: m.checkingEligibility.situation.identityRefused,
    choices: [[retryChoice(m), cancelChoice(m)]],
  }),
  "checkingEligibility.findingCard": waiting("findingCard"),
  "checkingEligibility.authorising": ({ m, context }) => ({
    text: m.checkingEligibility.authorising({ sandbox: context.sandbox }),
    situation: m.checkingEligibility.situation.authorising,
    choices: [
      [
        choice(m.buttons.authoriseCredit, { type: "credit.authorise" }),
        choice(m.buttons.declineCredit, { type: "credit.decline" }),
      ],
      [choice(m.words.topics["credit-report"], { type: "ask", topic: "credit-report" }), cancelChoice(m)],
    ],
  }),
  "checkingEligibility.assessing": waiting("assessing"),
  "checkingEligibility.refused": refused,
};

function identifying(scope: Scope): StageView {
  const { m } = scope;
  const wish = wishOf(scope);
  return {
    text: lines(wish && m.checkingEligibility.wanted({ wish }), m.checkingEligibility.identifying),
    situation: m.checkingEligibility.situation.identifying,
    choices: [[choice(m.buttons.startIdentity, { type: "identity.start" }), cancelChoice(m)]],
  };
}

function refused(scope: Scope): StageView {
  const { m, context } = scope;
  const told = refusalTexts(scope).map((text) => `· ${text}`);
  const text =
    told.length === 0
      ? m.checkingEligibility.refusedWithoutReason
      : paragraphs(lines(m.checkingEligibility.refused, ...told), m.checkingEligibility.refusedAfterwards);
  return {
    text,
    situation: m.checkingEligibility.situation.refused,
    choices: [
      [retryChoice(m), homeChoice(m)],
      [
        choice(m.words.topics.products, { type: "ask", topic: "products" }),
        ...(context.sandbox ? [choice(m.buttons.persona, { type: "persona.show" })] : []),
      ],
    ],
  };
}
