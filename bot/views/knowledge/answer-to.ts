/** The answer of a topic for one borrower: the first that is for their case, its figures filled in, and what it offers. */
import { type Case, holds } from "../../knowledge/conditions.ts";
import { findTopic, type Topic, type TopicAnswer, wordsOf } from "../../knowledge/topics.ts";
import type { Card, Choice } from "../../messages.ts";
import type { Intent } from "../../understanding/intents/intents.ts";
import type { Answering } from "../answers/answer.ts";
import { exampleText } from "../answers/products/example.ts";
import { toPerson } from "../choices/common-choices.ts";
import { onTheWayText } from "../figures/amounts-due.ts";
import { arrearsText, inArrears } from "../figures/arrears.ts";
import { isAtRest, moneyMoves } from "../journey-path.ts";
import type { NoticeViews } from "../notices/notice-view.ts";
import { waysOut } from "../notices/pay-choices.ts";
import { lines, paragraphs, type Scope } from "../stage-view.ts";
import { figures, isFigure } from "./figures.ts";
import { offered } from "./offers.ts";
import { isPassage, passages } from "./passages.ts";

export interface TopicAnswered {
  text: string;
  card?: Card | undefined;
  /** In one row, those that make sense here. */
  offers: Choice[];
  /** The conditions that it was chosen by. */
  regards: readonly string[];
}

const placeholder = /\{(@?)([a-z0-9-]+)\}/g;

/** What the placeholders of a text are, in their order: "{due-now}", "{@schedule}". */
export const placeholdersOf = (text: string): { name: string; passage: boolean }[] =>
  [...text.matchAll(placeholder)].map(([, at, name = ""]) => ({ name, passage: at === "@" }));

/** Whether such a placeholder can be filled at all. */
export const isPlaceholder = ({ name, passage }: { name: string; passage: boolean }): boolean =>
  passage ? isPassage(name) : isFigure(name);

/** Undefined where a figure that the text needs is not there. */
function filled(written: string, scope: Scope): { text: string; card?: Card | undefined } | undefined {
  let card: Card | undefined;
  let missing = false;
  const text = written.replace(placeholder, (_, at: string, name: string) => {
    if (at === "@") {
      const passage: Answering | undefined = isPassage(name) ? passages[name] : undefined;
      const told = passage?.(scope);
      card ??= told?.card;
      return told?.text ?? "";
    }
    const value = isFigure(name) ? figures[name](scope) : undefined;
    missing ||= value === undefined;
    return value ?? "";
  });
  return missing
    ? undefined
    : {
        text: singular(text)
          .replace(/\n{3,}/g, "\n\n")
          .trim(),
        ...(card && { card }),
      };
}

/** A figure of one in front of an English plural: "1 days late" is a day. */
const singular = (text: string): string => text.replace(/\b1 (day|installment)s\b/g, "1 $1");

/** Throws when not even the answer for everybody can be filled: a fault of the topic, found by its test. */
export function topicAnswer(topic: Topic, scope: Scope): TopicAnswered {
  const one: Case = { path: scope.path, context: scope.context };
  for (const [place, answer] of topic.answers.entries()) {
    if (!holds(answer.when, one)) continue;
    const told = filled(wordsOf(topic, scope.locale).answers[place]?.text ?? "", scope);
    if (told !== undefined && told.text !== "")
      return {
        ...told,
        offers: offersOf(answer, scope),
        regards: answer.when.map(({ condition }) => condition),
      };
  }
  throw new RangeError(`The topic ${topic.id} has no answer at ${scope.path} in ${scope.locale}`);
}

const offersOf = ({ offers }: TopicAnswer, scope: Scope): Choice[] =>
  offers.flatMap((name) => offered(name, scope));

/** Asked with another loan in mind. */
const ofBorrowing: ReadonlySet<Intent> = new Set([
  "check_eligibility",
  "ask_limit",
  "apply_loan",
  "compare_products",
]);

/** They speak of what is to be paid. */
const ofDues: ReadonlySet<Intent> = new Set(["repay", "repay_method", "overdue", "ask_schedule"]);

const refusedInArrears = ({ intent, scope }: Topic, { context }: Scope): boolean =>
  ofBorrowing.has(intent) && scope === "in" && inArrears(context);

const isPayingOut = ({ path }: Scope): boolean => path === "confirming.payingOut";

/**
 * What a topic says to this borrower. Whoever is in arrears hears first that there is no new loan now, and whoever has
 * sent a repayment that it is on its way, unless the answer is for just that case.
 */
function answerTo(id: string, scope: Scope): TopicAnswered {
  const topic = findTopic(id);
  // A button in circulation may outlive what it asked.
  if (topic === undefined) return { text: scope.m.clarification.which, offers: [], regards: [] };
  const answer = topicAnswer(topic, scope);
  const regards = new Set<string>(answer.regards);
  if (refusedInArrears(topic, scope) && !regards.has("overdue"))
    return { ...answer, text: paragraphs(arrearsText(scope), answer.text) };
  // Whoever waits for the payout has no loan yet, and is not to hear that there is none.
  if (isPayingOut(scope) && ofDues.has(topic.intent) && topic.scope === "in" && regards.size === 0)
    return topicAnswer(findTopic("payout-when") ?? topic, scope);
  if (ofDues.has(topic.intent) && !regards.has("payment-in-transit"))
    return { ...answer, text: lines(onTheWayText(scope), answer.text) };
  return answer;
}

/** Where a question leads on to: what its answer offers, in one row. */
function answerChoices(id: string, scope: Scope): Choice[][] {
  const topic = findTopic(id);
  if (topic === undefined || moneyMoves(scope.path)) return [];
  return refusedInArrears(topic, scope) ? waysOut(scope) : [answerTo(id, scope).offers];
}

/** The notices that are told by a topic. */
export type Answered = "answer" | "out-of-scope";

export const answeringNotices: NoticeViews<Answered> = {
  answer: {
    text: ({ topic, example }, scope) =>
      example ? exampleText(example, scope) : answerTo(topic, scope).text,
    card: ({ topic }, scope) => answerTo(topic, scope).card,
    choices: ({ topic }, scope) => (isAtRest(scope.path) ? answerChoices(topic, scope) : []),
    extras: ({ topic }, scope) => (isAtRest(scope.path) ? [] : answerChoices(topic, scope)),
    isGrave: ({ topic }) => topic === "distress",
  },
  "out-of-scope": {
    text: ({ topic, person }, scope) => {
      const { clarification } = scope.m;
      const declined = topic === undefined ? clarification.outOfScope : answerTo(topic, scope).text;
      return lines(declined, person ? clarification.person : undefined);
    },
    extras: ({ person }, scope) => (person ? toPerson(scope) : []),
  },
};
