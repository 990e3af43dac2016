/** What a person is shown: a pure function of where the journey stands and what it remembers. */
import type { StateValue } from "xstate";
import { defaultLocale, houseLocales, type Locale } from "../../domain/language/languages.ts";
import type { JourneyContext } from "../../machines/journey-context.ts";
import { isBinding, isCommitment, isStepOn, type JourneyEvent } from "../../machines/journey-events.ts";
import { type Notice, noticeTable } from "../../machines/notices/table.ts";
import { canCarry, encodeButton } from "../buttons.ts";
import { messagesIn } from "../locales/messages-in.ts";
import type { Button, Choice, Outbound } from "../messages.ts";
import { calendarMedia } from "./cards/calendar-media.ts";
import { amountsDueOf, leftDue } from "./figures/amounts-due.ts";
import { inArrears, withoutLoans } from "./figures/arrears.ts";
import { loanPositionsOf } from "./figures/loan-positions.ts";
import { hasNothingOpen, isAtRest, type JourneyPath, journeyPath, stageOf } from "./journey-path.ts";
import {
  asksToPay,
  isGrave,
  noticeCard,
  noticeChoices,
  noticeExtras,
  noticeText,
} from "./notices/notice-views.ts";
import { type Prompt, promptAfter } from "./notices/prompt.ts";
import { paragraphs, type Scope, type StageView, type ViewOf } from "./stage-view.ts";
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
  /** The place is shown for the first time. */
  arriving?: boolean;
  /** It is of an earlier day than the one it is shown on, Asia/Shanghai. */
  day?: string | undefined;
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

/** While the language is unknown, in each language of the house. Throws on a state that has no view. */
export function renderJourney({ value, context, seq, day, arriving = false }: RenderedJourney): Outbound {
  const path = journeyPath(value);
  const shown = { path, context: { ...context, at: shownTime(context) }, seq, arriving, day };
  if (context.locale) return renderIn(context.locale, shown);
  const first = renderIn(defaultLocale, shown);
  return { ...first, text: paragraphs(...houseLocales.map((locale) => renderIn(locale, shown).text)) };
}

/** A clock just moved: figures are shown for the time that it moved to. */
const shownTime = ({ at, notices }: JourneyContext): string =>
  notices.find((notice) => notice.kind === "clock-moved")?.to ?? at;

interface Shown {
  path: JourneyPath;
  context: JourneyContext;
  seq: number;
  arriving: boolean;
  day: string | undefined;
}

function renderIn(locale: Locale, { path, context, seq, arriving, day }: Shown): Outbound {
  const scope = {
    path,
    context,
    locale,
    m: messagesIn(locale),
    loanPositions: loanPositionsOf(context),
    day,
  };
  const view = views[path](scope);
  const { notices } = context;
  const prompt = promptAfter(notices, { path, arriving, grave: notices.some(isGrave) });
  const card = noticeCard(notices, scope) ?? (prompt === "full" ? view.card : undefined);
  const media = calendarMedia(scope);
  const told = notices.flatMap((notice) => noticeChoices(notice, scope));
  const offered = [
    ...told,
    ...(prompt !== "full" && notices.some((notice) => isAnswer(notice) || isDoubt(notice, path))
      ? besideAnswer(view, path, told)
      : view.choices),
    ...notices.flatMap((notice) => noticeExtras(notice, scope)),
  ];
  const choices = inArrears(context) ? withoutLoans(offered, path) : offered;
  return {
    text: [...(day ? [scope.m.system.ofDay(day)] : []), textOf(scope, view, prompt)].join("\n"),
    ...(card && { card }),
    ...(media.length > 0 && { media }),
    buttons: encoded(choices, seq, mainOf(choices, context)),
    stage: stageOf(path),
    locale,
    ...dueLine(scope),
    menu: view.menu === true && notices.every(({ kind }) => noticeTable[kind].passes),
  };
}

/** An answer that offers less leaves what the place is mostly for beside it. */
const enough = 2;

const isAnswer = ({ kind }: Notice): boolean => kind === "answer" || kind === "out-of-scope";

/** At rest, what was not understood leaves the way on; under way the place's own buttons answer what it asks. */
const isDoubt = ({ kind }: Notice, path: JourneyPath): boolean =>
  kind === "unclear" && path.startsWith("reminding.");

/**
 * Beside an answer stands what it offers, and of the place itself the decision that is open; where nothing is decided,
 * the way on alone. What else the place asks and offers is shown with its own prompt.
 */
function besideAnswer({ choices }: StageView, path: JourneyPath, told: Choice[][]): Choice[][] {
  const way = path === "idle" ? "help" : "home";
  const [first] = told.flat().length < enough ? choices.flat() : [];
  const kept = (one: Choice): boolean =>
    hasNothingOpen(path)
      ? one === first || one.event.type === way || isOfSandbox(one.event)
      : one.event.type !== "ask";
  return choices.map((row) => row.filter(kept)).filter((row) => row.length > 0);
}

/** What is overdue or due today, else the next installment; nothing while a repayment for it is on its way. */
function dueLine(scope: Scope): Pick<Outbound, "due"> {
  const { m } = scope;
  const { daysPastDue, next } = amountsDueOf(scope);
  const dueNow = leftDue(scope);
  if (Number(dueNow) > 0)
    return { due: { text: m.amountsDue.pinned.now({ amount: dueNow, days: daysPastDue }), pressing: true } };
  return next ? { due: { text: m.amountsDue.pinned.next(next), pressing: false } } : {};
}

function textOf(scope: Scope, view: StageView, prompt: Prompt): string {
  const { m, context } = scope;
  const { situation } = view;
  const agreement = view.choices.flat().find(({ event }) => isBinding(event))?.label;
  const textIn = (notice: Notice): string => noticeText(notice, { ...scope, situation, agreement }) ?? "";
  const isGuess = (notice: Notice): boolean => notice.kind === "also" && notice.instead === true;
  return paragraphs(
    ...context.notices.filter((notice) => !isGuess(notice)).map(textIn),
    prompt === "full" ? view.text : undefined,
    prompt === "resume" && !view.menu ? m.notices.resume({ situation }) : undefined,
    // Last, since its buttons come next.
    ...context.notices.filter(isGuess).map(textIn),
    context.sandbox && isAboutMoney(context, scope.path, view, prompt) ? m.system.playMoney : undefined,
  );
}

/** Where money is looked at, and not moved, the page's ribbon and the hello have said it. */
function isAboutMoney(
  { notices }: JourneyContext,
  path: JourneyPath,
  view: StageView,
  prompt: Prompt,
): boolean {
  if (view.money && prompt === "full" && !isAtRest(path)) return true;
  if (notices.some(({ kind }) => noticeTable[kind].money)) return true;
  return prompt === "full" && view.choices.flat().some(({ event }) => isCommitment(event));
}

/** The first choice, where it goes on; beside a reminder's own, the first that does. Nobody is pushed to another loan. */
function mainOf(choices: Choice[][], { notices, loans }: JourneyContext): Choice | undefined {
  const all = choices.flat();
  const reminded = notices.some(asksToPay);
  return (reminded ? all : all.slice(0, 1)).find(
    ({ event }) => isStepOn(event) && (event.type !== "borrow" || loans.length === 0),
  );
}

const isOfSandbox = ({ type }: JourneyEvent): boolean => /^(?:clock|persona)\./.test(type);

/** Whatever a button can carry, and no button twice: the first place in reading order wins. */
function encoded(choices: Choice[][], seq: number, main: Choice | undefined): Outbound["buttons"] {
  const seen = new Set<string>();
  const buttonOf = (choice: Choice): Button => ({
    ...{ label: choice.label, id: encodeButton(choice.event, seq) },
    ...(choice === main && { weight: isCommitment(choice.event) ? "binding" : "main" }),
    ...(isOfSandbox(choice.event) && { tool: true }),
  });
  return choices
    .map((row) => row.filter(({ event }) => canCarry(event)).map(buttonOf))
    .map((row) => row.filter(({ id }) => !seen.has(id) && seen.add(id)))
    .filter((row) => row.length > 0);
}
