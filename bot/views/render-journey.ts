/** What a person is shown: a pure function of where the journey stands and what it remembers. */
import type { StateValue } from "xstate";
import type { JourneyContext, Notice } from "../../machines/journey-context.ts";
import { encodeButton } from "../buttons.ts";
import type { Choice, Locale, Outbound } from "../messages.ts";
import { languageChoices, personaChoices, topicChoices } from "./common-choices.ts";
import { type JourneyPath, journeyPath, stageOf } from "./journey-path.ts";
import { type Messages, messagesIn } from "./locales/messages-in.ts";
import { noticeText } from "./notice-texts.ts";
import { paragraphs, type StageView, type ViewOf } from "./stage-view.ts";
import { checkingEligibilityViews } from "./stages/checking-eligibility.ts";
import { confirmingViews } from "./stages/confirming.ts";
import { idleViews } from "./stages/idle.ts";
import { locatingEntryViews } from "./stages/locating-entry.ts";
import { quotingViews } from "./stages/quoting.ts";
import { remindingViews } from "./stages/reminding.ts";
import { repayingViews } from "./stages/repaying.ts";
import { welcomingViews } from "./stages/welcoming.ts";

export interface RenderedJourney {
  value: StateValue;
  context: JourneyContext;
  /** The conversation's sequence number, which its buttons are bound to. */
  seq: number;
}

const views: Record<JourneyPath, ViewOf> = {
  ...welcomingViews,
  ...idleViews,
  ...locatingEntryViews,
  ...checkingEligibilityViews,
  ...quotingViews,
  ...confirmingViews,
  ...remindingViews,
  ...repayingViews,
};

/** While the language is unknown, Chinese first and then English. Throws on a state that has no view. */
export function renderJourney({ value, context, seq }: RenderedJourney): Outbound {
  const path = journeyPath(value);
  if (context.locale) return renderIn(context.locale, path, context, seq);
  const chinese = renderIn("zh-CN", path, context, seq);
  const english = renderIn("en", path, context, seq);
  return { ...chinese, text: paragraphs(chinese.text, english.text) };
}

function renderIn(locale: Locale, path: JourneyPath, context: JourneyContext, seq: number): Outbound {
  const m = messagesIn(locale);
  const scope = { path, context, locale, m };
  const view = views[path](scope);
  const { situation } = view;
  const told = context.notices.map((notice) => noticeText(notice, { ...scope, situation }));
  const repeats = !context.notices.some(({ kind }) => kind === "unclear");
  const choices = [...context.notices.flatMap((notice) => noticeChoices(notice, m)), ...view.choices];
  return {
    text: paragraphs(...told, repeats ? view.text : undefined, playMoney(view, context, m)),
    ...(view.card && repeats ? { card: view.card } : {}),
    buttons: encoded(choices, seq),
    stage: stageOf(path),
    locale,
    menu: view.menu === true && context.notices.every(({ kind }) => passing.has(kind)),
  };
}

/** Notices that may disappear with the menu they stand above. */
const passing: ReadonlySet<Notice["kind"]> = new Set([
  "hello",
  "unclear",
  "help",
  "where",
  "choose-language",
  "language-set",
  "choose-persona",
  "stale-button",
  "not-now",
  "privacy-accepted",
]);

/** Notices about money that moved or is asked for. */
const aboutMoney: ReadonlySet<Notice["kind"]> = new Set([
  "paid-out",
  "payout-refused",
  "reminder",
  "repaid",
  "repayment-processing",
  "repayment-refused",
]);

function playMoney(view: StageView, context: JourneyContext, m: Messages): string | undefined {
  const money = view.money === true || context.notices.some(({ kind }) => aboutMoney.has(kind));
  return context.sandbox && money ? m.system.playMoney : undefined;
}

/** What a notice asks stands above the stage's own buttons. */
function noticeChoices({ kind }: Notice, m: Messages): Choice[][] {
  if (kind === "choose-language") return languageChoices();
  if (kind === "choose-persona") return personaChoices(m);
  return kind === "help" ? topicChoices(m) : [];
}

/** No button twice: the first place in reading order wins. */
function encoded(choices: Choice[][], seq: number): Outbound["buttons"] {
  const seen = new Set<string>();
  return choices
    .map((row) => row.map(({ label, event }) => ({ label, id: encodeButton(event, seq) })))
    .map((row) => row.filter(({ id }) => !seen.has(id) && seen.add(id)))
    .filter((row) => row.length > 0);
}
