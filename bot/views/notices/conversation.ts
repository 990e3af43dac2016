/** What is told of the conversation itself. */

import type { conversationNotices as definitions } from "../../../machines/notices/conversation.ts";
import { languageChoices, personaChoices, toPerson, topicChoices } from "../choices/common-choices.ts";
import { requestSummary } from "../choices/request-summary.ts";
import { inArrears } from "../figures/arrears.ts";
import { moneyMoves, stageOf } from "../journey-path.ts";
import type { Answered } from "../knowledge/answer-to.ts";
import { lines } from "../stage-view.ts";
import { clarificationChoices } from "./clarification-choices.ts";
import type { NoticeViews } from "./notice-view.ts";
import { personalText } from "./personal-text.ts";

export const conversationNotices: NoticeViews<Exclude<keyof typeof definitions, Answered>> = {
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
      if (notice.instead) return clarification.instead;
      const repays = notice.alternatives.every(({ type }) => type === "repay");
      return repays ? clarification.howMuch : clarification.also;
    },
    choices: clarificationChoices,
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
    choices: (_, scope) => topicChoices(scope),
  },
  where: {
    text: (_, scope) =>
      scope.m.notices.where({
        stage: scope.m.words.stages[stageOf(scope.path)],
        summary: requestSummary(scope),
      }),
  },
  mydata: { text: (_, scope) => personalText(scope) },
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
