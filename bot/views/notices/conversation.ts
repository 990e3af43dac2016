/** What is told of the conversation itself. */

import type { conversationNotices as definitions } from "../../../machines/notices/conversation.ts";
import type { Choice } from "../../messages.ts";
import { answerTo } from "../answers/answer-to.ts";
import { exampleText } from "../answers/products/example.ts";
import { languageChoices, personaChoices, topicChoices } from "../choices/common-choices.ts";
import { requestSummary } from "../choices/request-summary.ts";
import { inArrears } from "../figures/arrears.ts";
import { isAtRest, moneyMoves, stageOf } from "../journey-path.ts";
import { choice, lines, type Scope } from "../stage-view.ts";
import { answerChoices } from "./answer-choices.ts";
import { clarificationChoices } from "./clarification-choices.ts";
import type { NoticeViews } from "./notice-view.ts";
import { personalText } from "./personal-text.ts";

export const conversationNotices: NoticeViews<keyof typeof definitions> = {
  hello: {
    text: (_, { m, context }) =>
      context.privacyAccepted
        ? m.notices.helloAgain({ name: context.identity?.maskedName })
        : m.notices.hello,
  },
  "place-found": { text: (_, { m }) => m.notices.placeFound },
  unclear: {
    text: (notice, scope) => {
      const { m, situation } = scope;
      if (clarificationChoices(notice, scope).length > 0) return m.clarification.which;
      const told = notice.wordless ? m.notices.wordless[notice.wordless] : m.notices.unclear({ situation });
      return lines(told, notice.person ? m.clarification.person : undefined);
    },
    choices: clarificationChoices,
    extras: ({ person }, scope) => (person ? toPerson(scope) : []),
  },
  also: {
    text: (notice, scope) => {
      const { clarification } = scope.m;
      if (clarificationChoices(notice, scope).length === 0) return "";
      const repays = notice.alternatives.every(({ type }) => type === "repay");
      return repays ? clarification.howMuch : clarification.also;
    },
    choices: clarificationChoices,
  },
  "out-of-scope": {
    text: ({ person }, { m: { clarification } }) =>
      lines(clarification.outOfScope, person ? clarification.person : undefined),
    extras: ({ person }, scope) => (person ? toPerson(scope) : []),
  },
  "secret-typed": {
    text: ({ kinds }, { m: { secrets } }) =>
      lines(
        secrets.typed(kinds),
        kinds.some((kind) => kind === "code" || kind === "password") ? secrets.asked : undefined,
      ),
  },
  help: {
    text: (_, { m, context }) => m.notices.help({ mayBorrow: !inArrears(context) }),
    choices: (_, { m }) => topicChoices(m),
  },
  where: {
    text: (_, scope) =>
      scope.m.notices.where({
        stage: scope.m.words.stages[stageOf(scope.path)],
        summary: requestSummary(scope),
      }),
  },
  mydata: { text: (_, scope) => personalText(scope) },
  answer: {
    text: ({ topic, example }, scope) =>
      example ? exampleText(example, scope) : answerTo(topic, scope).text,
    card: ({ topic }, scope) => answerTo(topic, scope).card,
    choices: ({ topic }, scope) => (isAtRest(scope.path) ? answerChoices(topic, scope) : []),
    extras: ({ topic }, scope) => (isAtRest(scope.path) ? [] : answerChoices(topic, scope)),
    isGrave: ({ topic }) => topic === "distress",
  },
  courtesy: {
    text: ({ of }, { m, context }) =>
      of === "lost" && inArrears(context) ? m.notices.lostInArrears : m.notices.courtesy[of],
    extras: ({ of }, scope) => (of === "upset" || of === "lost" || of === "anxious" ? toPerson(scope) : []),
  },
  "choose-language": {
    text: (_, { m }) => m.notices.chooseLanguage,
    choices: () => languageChoices(),
  },
  "language-set": { text: (_, { m }) => m.notices.languageSet },
  "stale-button": { text: (_, { m }) => m.notices.staleButton },
  "not-now": { text: (_, { m, situation }) => m.notices.notNow({ situation }) },
  "button-needed": {
    text: (_, { m, situation, agreement }) =>
      agreement === undefined
        ? m.notices.notNow({ situation })
        : m.notices.buttonNeeded({ label: agreement }),
  },
  cancelled: { text: ({ of }, { m }) => m.notices.cancelled[of ?? "nothing"] },
  "cannot-cancel": { text: (_, { m }) => m.notices.cannotCancel },
  "partner-unreachable": {
    text: (_, { m, path }) =>
      moneyMoves(path) ? m.notices.partnerUnreachableWithMoney : m.notices.partnerUnreachable,
  },
  nudge: { text: (_, { m }) => m.notices.nudge },

  "choose-persona": {
    text: (_, { m }) => m.notices.choosePersona,
    choices: (_, { m }) => personaChoices(m),
  },
  "persona-chosen": {
    text: ({ persona }, { m }) => m.notices.personaChosen({ persona: m.words.persona(persona) }),
  },
  "clock-moved": { text: (notice, { m }) => m.notices.clockMoved(notice) },
};

/** Somebody to talk to, where understanding failed more than once. */
const toPerson = ({ m }: Scope): Choice[][] => [[choice(m.clarification.human, { type: "person.request" })]];
