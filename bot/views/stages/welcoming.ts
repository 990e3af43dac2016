/** Language and privacy consent. */

import type { Messages } from "../../locales/messages.ts";
import type { Choice } from "../../messages.ts";
import { askChoice, inRows, languageChoices, topicChoices } from "../choices/common-choices.ts";
import { choice, type StageViews } from "../stage-view.ts";

const accept = (m: Messages): Choice => choice(m.buttons.acceptPrivacy, { type: "privacy.accept" });
const language = (m: Messages): Choice => choice(m.buttons.language, { type: "language.choose" });

export const welcomingViews: StageViews<"welcoming"> = {
  "welcoming.askingLanguage": ({ m }) => ({
    text: m.welcoming.askLanguage,
    situation: m.welcoming.situation.askingLanguage,
    choices: languageChoices(),
    menu: true,
  }),
  "welcoming.reviewingPrivacy": ({ m, context, locale }) => ({
    text: m.welcoming.reviewPrivacy({ sandbox: context.sandbox }),
    situation: m.welcoming.situation.reviewingPrivacy,
    choices: [
      [accept(m), choice(m.buttons.declinePrivacy, { type: "privacy.decline" })],
      [askChoice({ locale }, "is-it-safe"), language(m)],
    ],
  }),
  "welcoming.declined": ({ m, locale }) => ({
    text: m.welcoming.declined,
    situation: m.welcoming.situation.declined,
    choices: [[accept(m)], ...topicChoices({ locale }).slice(0, 2), ...inRows([language(m)], 1)],
  }),
};
