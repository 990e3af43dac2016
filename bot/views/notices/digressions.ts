/** Notices that interrupt: they stand in for the stage's prompt, and lead back to it. */
import { addDays } from "../../../domain/calendar/dates.ts";
import type { Notice } from "../../../machines/journey-context.ts";
import type { Topic } from "../../../machines/topics.ts";
import type { Card, Choice } from "../../messages.ts";
import { answerTo, refusedInArrears } from "../answers/answer-to.ts";
import { alternativeChoices } from "../answers/products/visibility.ts";
import {
  askChoice,
  borrowChoice,
  languageChoices,
  loansChoice,
  personaChoices,
  productChoices,
  repayChoice,
  topicChoices,
} from "../choices/common-choices.ts";
import { amountsDueOf, canRepay } from "../figures/amounts-due.ts";
import { inArrears } from "../figures/arrears.ts";
import { shanghaiClock } from "../figures/figures.ts";
import type { JourneyPath } from "../journey-path.ts";
import { choice, type Scope } from "../stage-view.ts";
import { findsPayment, goesOnReminding } from "./arrangement-texts.ts";
import { changeAsked } from "./change-asked.ts";
import { clarificationChoices, personChoices } from "./clarification-choices.ts";

type Kind = Notice["kind"];

/** Told by themselves: the place is not lost, and its buttons stay. */
const digressions: ReadonlySet<Kind> = new Set([
  "answer",
  "calendar",
  "arrears",
  "product-explained",
  "help",
  "mydata",
  "reminder",
  "courtesy",
  "days-refused",
  "hour-refused",
  "reminders-stopped",
  "reminders-resumed",
  "snoozed",
  "snooze-refused",
  "nothing-owed",
  "paid-claimed",
  "promise-withdrawn",
  "extension-pending",
  "person-asked",
  "request-decided",
  "day-has-come",
  "deduction-stopped",
  "deduction-none",
  "also",
  "out-of-scope",
  "secret-typed",
]);

/** They say what is asked for now. */
const replacesPrompt: ReadonlySet<Kind> = new Set([
  "unclear",
  "not-now",
  "button-needed",
  "change-asked",
  "choose-language",
  "choose-persona",
]);

/** A refused answer names what is allowed: the same question again would only repeat it. */
const refusedAt: Partial<Record<Kind, readonly JourneyPath[]>> = {
  "amount-refused": ["quoting.askingAmount", "repaying.askingAmount"],
  "term-refused": ["quoting.askingTerm"],
};

/** In full, as one line that leads back, or not at all. */
type Prompt = "full" | "resume" | "none";

/** How the stage's own prompt is shown after the notices; nobody agrees to a privacy note that was not shown. */
export function promptAfter(
  notices: readonly Notice[],
  { path, arriving }: { path: JourneyPath; arriving: boolean },
): Prompt {
  const prompt = promptInPlace(notices, path);
  return arriving && (prompt === "resume" || path === "welcoming.reviewingPrivacy") ? "full" : prompt;
}

/** Told alone: nobody in distress, in grief or with a complaint is asked for an amount in the same breath. */
const isGrave = (notice: Notice): boolean =>
  (notice.kind === "answer" && notice.topic === "distress") ||
  (notice.kind === "person-asked" && notice.reason !== "contact");

function promptInPlace(notices: readonly Notice[], path: JourneyPath): Prompt {
  const kinds = notices.map(({ kind }) => kind);
  if (kinds.some((kind) => replacesPrompt.has(kind) || refusedAt[kind]?.includes(path))) return "none";
  if (notices.some(isGrave)) return "none";
  if (kinds.length === 0 || !kinds.every((kind) => digressions.has(kind))) return "full";
  return isAtRest(path) && kinds.every((kind) => kind === "reminder" || kind === "courtesy")
    ? "none"
    : "resume";
}

/** The figures that a question was answered with, in place of the stage's own card. */
export function noticeCard(scope: Scope): Card | undefined {
  const asked = scope.context.notices.findLast((notice) => notice.kind === "answer");
  return asked && answerTo(asked.topic, scope).card;
}

/** What a notice asks, above the stage's own buttons. */
export function noticeChoices(notice: Notice, scope: Scope): Choice[][] {
  switch (notice.kind) {
    case "answer":
      return isAtRest(scope.path) ? answerChoices(notice.topic, scope) : [];
    case "product-explained":
    case "above-cap":
      return [productChoices(scope)];
    case "change-asked":
      return changeAsked(notice.slot, scope).choices;
    case "choose-language":
      return languageChoices();
    case "choose-persona":
      return personaChoices(scope.m);
    case "help":
      return topicChoices(scope.m);
    case "unclear":
    case "out-of-scope":
    case "also":
      return clarificationChoices(notice, scope);
    case "person-asked":
      return goesOnReminding(notice, scope)
        ? [[choice(scope.m.arrangements.buttons.stop, { type: "reminders.stop" })]]
        : [];
    case "paid-claimed":
      return findsPayment(scope) ? [] : [lookAgainChoices(scope)];
    case "arrears":
      return waysOut(scope);
    case "reminder":
    case "day-has-come":
      return reminderChoices(scope);
    default:
      return [];
  }
}

const lookAgainChoices = ({ m }: Scope): Choice[] => [
  choice(m.arrangements.paid.again, { type: "paid.claim" }),
  choice(m.arrangements.buttons.person, { type: "person.request" }),
];

/** To pay what is overdue, or to say that one cannot. */
function waysOut(scope: Scope): Choice[][] {
  const { m } = scope;
  const pay = canRepay(scope) ? [repayChoice(m), loansChoice(m)] : [loansChoice(m)];
  return [pay, [choice(m.arrangements.buttons.hardship, { type: "hardship" })]];
}

/** To pay, to hear of it later, or to say why not. */
function reminderChoices(scope: Scope): Choice[][] {
  const { m, path, context } = scope;
  const { buttons } = m.arrangements;
  const pay = canRepay(scope) ? [repayChoice(m), loansChoice(m)] : [loansChoice(m)];
  const until = laterThan(context.at);
  const isToday = until.startsWith(shanghaiClock(context.at).date);
  return [
    ...(path === "reminding.watching" ? [] : [pay]),
    scope.day ? [] : [choice(buttons.snooze(until, isToday), { type: "snooze", until })],
    [choice(buttons.hardship, { type: "hardship" }), choice(buttons.paid, { type: "paid.claim" })],
  ];
}

/** The afternoon, the evening, or the next morning. */
function laterThan(at: string): string {
  const { date, time } = shanghaiClock(at);
  const hour = ["15:00", "20:00"].find((one) => time < one);
  return hour ? `${date}T${hour}` : `${addDays(date, 1)}T09:00`;
}

/** What a notice only offers besides, below them: the next step keeps its place as the first button. */
export function noticeExtras(notice: Notice, scope: Scope): Choice[][] {
  const { m, path } = scope;
  if (notice.kind === "quote-left") return [[borrowChoice(m)]];
  if (notice.kind === "approved") return [[askChoice(m, "score"), askChoice(m, "limit")]];
  if (notice.kind === "extension-pending" && path !== "reminding.hardship")
    return [[choice(m.arrangements.buttons.person, { type: "person.request" })]];
  if (notice.kind === "answer") return isAtRest(path) ? [] : answerChoices(notice.topic, scope);
  if (notice.kind === "courtesy" && ["upset", "lost", "anxious"].includes(notice.of))
    return [[choice(m.clarification.human, { type: "person.request" })]];
  return personChoices(notice, m);
}

/** Nothing is under way. */
const isAtRest = (path: JourneyPath): boolean => /^(?:idle|reminding|locatingEntry)/.test(path);

/** Where a question leads on to. */
function answerChoices(topic: Topic, scope: Scope): Choice[][] {
  if (moneyMoves(scope.path)) return [];
  if (refusedInArrears.has(topic) && inArrears(scope.context)) return waysOut(scope);
  switch (topic) {
    case "products":
      return [productChoices(scope)];
    case "visibility":
      return [alternativeChoices(scope)];
    case "comparison":
      return [[askChoice(scope.m, "platforms")]];
    default:
      return knowledgeChoices(topic, scope);
  }
}

/** Questions about the borrower's own case; what leaves the place is offered only where nothing is under way. */
function knowledgeChoices(topic: Topic, scope: Scope): Choice[][] {
  const { m, context } = scope;
  const person = choice(m.clarification.human, { type: "person.request" });
  const free = isAtRest(scope.path);
  const borrow = free ? [borrowChoice(m)] : [];
  const loans = free && context.loans.length > 0 ? [loansChoice(m)] : [];
  const hardship =
    free && canRepay(scope) ? [choice(m.arrangements.buttons.hardship, { type: "hardship" })] : [];
  switch (topic) {
    case "eligibility":
      return [context.assessment ? [askChoice(m, "score"), askChoice(m, "limit")] : borrow];
    case "schedule":
      return [free && canRepay(scope) ? [repayChoice(m), ...loans] : [askChoice(m, "early-payoff")]];
    case "due-date":
      return [hardship];
    case "purpose":
    case "payout":
      return [borrow];
    case "loan-status":
      return [[...loans, person]];
    case "payment-status":
      return [[...(free && canRepay(scope) && owesNow(scope) ? [repayChoice(m)] : []), ...loans, person]];
    case "account":
      return [[choice(m.clarification.mydata, { type: "mydata" }), person]];
    case "contract":
      return [[...loans, person]];
    case "elsewhere":
      return [[askChoice(m, "platforms"), ...borrow]];
    case "pursuit":
    case "waiver":
      return [[...hardship, person]];
    case "distress":
    case "hotline":
      return [[person]];
    case "not-mine":
      return [[...loans, person]];
    case "bargain":
      return [[askChoice(m, "early-payoff"), askChoice(m, "platforms")]];
    case "documents":
      return [borrow];
    case "minimum":
      return [hardship];
    default:
      return [];
  }
}

const owesNow = (scope: Scope): boolean => Number(amountsDueOf(scope).dueNow) > 0;

const moneyMoves = (path: JourneyPath): boolean =>
  path === "confirming.payingOut" || path === "repaying.collecting";
