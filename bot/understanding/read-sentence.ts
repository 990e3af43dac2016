/** A sentence to an event: its figures and its intent together, at this stage. */
import { isDeepStrictEqual } from "node:util";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import { findTopic, type Topic } from "../knowledge/topics.ts";
import { isQuestion } from "../reading/question.ts";
import type { Reading } from "../reading/reading.ts";
import { readNamedChoice } from "./replies/named-choices.ts";
import { readSlotEvent, type SlotReading } from "./replies/slot-event.ts";
import { isCorrection } from "./replies/slots.ts";
import type { Situation, Understanding } from "./situation.ts";
import { decideTopic } from "./topics/decide-topic.ts";
import { meaningOf } from "./topics/meaning-of-topic.ts";
import { recogniseTopic } from "./topics/recognise-topic.ts";

const unclear: Understanding = { event: { type: "unclear" } };

function isForm(path: string): boolean {
  return /^(?:quoting|confirming)\.|^repaying\.askingAmount$|^reminding\.choosing$/.test(path);
}

function distinct(events: readonly JourneyEvent[]): JourneyEvent[] {
  return events.filter((event, at) => events.findIndex((other) => isDeepStrictEqual(event, other)) === at);
}

/** Wishes for what is being done already say nothing new. */
function isUnderWay({ type }: JourneyEvent, path: string): boolean {
  if (type === "repay") return path.startsWith("repaying.");
  /** What is asked there shows the terms itself. */
  return type === "loans.show" && path.startsWith("quoting.");
}

function understoodAs(events: readonly JourneyEvent[], { path }: Situation): Understanding {
  const [first, ...others] = distinct(events).filter(
    (event) => event.type !== "unclear" && !isUnderWay(event, path),
  );
  if (first === undefined) return unclear;
  return others.length === 0 ? { event: first } : { ...unclear, alternatives: [first, ...others] };
}

/** What gives up a place is asked back even where nothing else comes into question. */
function askedBack(events: readonly JourneyEvent[], situation: Situation): Understanding {
  const understood = understoodAs(events, situation);
  return understood.event.type === "cancel" ? { ...unclear, alternatives: [understood.event] } : understood;
}

/** An answer that is not quite sure has beside it what else may have been asked: questions, and no acts. */
function inDoubt(understood: Understanding, instead: readonly JourneyEvent[]): Understanding {
  const others = instead.filter(
    (event) => event.type === "ask" && !isDeepStrictEqual(event, understood.event),
  );
  const answers = understood.event.type === "ask" || understood.event.type === "out-of-scope";
  return answers && others.length > 0 ? { ...understood, instead: [...others] } : understood;
}

const isSentence = (text: string): boolean =>
  (text.match(/\p{Script=Han}/gu) ?? []).length > 3 || text.split(" ").length > 2;

/** A greeting with a few words of its own, "你好呀小姑娘". */
const hello =
  /^.{0,6}在[吗么不](?:哦|呀|啊)?$|^(?:.{0,3}你好|您好|哈[喽罗]|早上好|晚上好).{0,8}$|^(?:hello|hi|hey)\b.{0,40}$/;

function byTopic(reading: Reading, situation: Situation): Understanding {
  const { text } = reading;
  // A number alone asks nothing.
  if (!/\p{L}/u.test(text)) return unclear;
  const decision = decideTopic(recogniseTopic(reading, situation));
  const meaning = (topic: Topic) => meaningOf(topic, reading, situation);
  switch (decision.kind) {
    case "sure":
      // A stray word or a slip of the keyboard is not understood, rather than declined.
      return decision.topic.intent === "out_of_scope" && !isSentence(text)
        ? unclear
        : inDoubt(understoodAs([meaning(decision.topic)], situation), decision.instead.map(meaning));
    case "unsure":
      if (reading.isElsewhere) return { event: { type: "ask", topic: "other-companies" } };
      return askedBack(decision.topics.map(meaning), situation);
    case "unknown":
      if (hello.test(text)) return { event: { type: "greet" } };
      if (reading.isElsewhere) return { event: { type: "ask", topic: "other-companies" } };
      return unclear;
  }
}

const sentenceEnd = /[?？。!！;；\n]+|,? (?:and )?also |另外|还有就是/;
const comma = /[?？。!！;；\n，,]+|,? and (?=(?:does|do|is|are|will|can|how|what|when)\b)/;

/** A wish to borrow that stands among questions: they are answered, and its figures kept. */
const isWish = (event: JourneyEvent): boolean =>
  event.type === "ask" && findTopic(event.topic)?.intent === "apply_loan";

function questionsIn(clauses: readonly string[], reading: Reading, situation: Situation): JourneyEvent[] {
  const several = clauses.map((clause) => clause.trim()).filter((clause) => clause.length > 2);
  return several.length < 2 ? [] : asksOf(several, reading, situation);
}

/** What clauses ask, each by itself. */
const asksOf = (clauses: readonly string[], reading: Reading, situation: Situation): JourneyEvent[] =>
  distinct(
    clauses.flatMap((clause) => {
      const { event } = byTopic(reading.part(clause), situation);
      const asks = event.type === "ask" || event.type === "loans.show" || event.type === "locate";
      return asks && !isWish(event) ? [event] : [];
    }),
  );

/**
 * Several questions in one message: the first is answered, the others are kept as alternatives. Between commas only
 * what asks by itself is one, and only when there are three, or the message as a whole asks one of them, or is undecided.
 */
function readClauses(
  reading: Reading,
  whole: Understanding,
  situation: Situation,
): Understanding | undefined {
  const { text } = reading;
  const sentences = questionsIn(text.split(sentenceEnd), reading, situation);
  const clauses = questionsIn(text.split(comma).filter(isQuestion), reading, situation);
  const wish = isWish(whole.event);
  const [only] = wish ? asksOf(text.split(comma), reading, situation) : [];
  if (only !== undefined) return { event: only };
  const undecided = whole.event.type === "unclear";
  const agreed =
    undecided || clauses.length > 2 || clauses.some((event) => isDeepStrictEqual(event, whole.event));
  const [first, ...others] = agreed && clauses.length > sentences.length ? clauses : sentences;
  return first === undefined || others.length === 0 ? undefined : { event: first, alternatives: others };
}

const wished = /(?:想|要|需|申请|帮我).{0,4}[借贷]|\b(?:want|need|like) (?:to )?(?:borrow|a loan)/;
const borrows = /借|贷|用钱|周转|borrow|loan|lend|need|want/;

interface Sentence {
  text: string;
  asks: boolean;
  /** What the figures say at this stage. */
  slots: SlotReading;
  /** What the sentence says as a whole. */
  whole: Understanding;
}

/** The figures answer what is asked, unless the sentence is plainly about something else. */
function inForm(
  { text, asks, slots: { said: slots, answers }, whole }: Sentence,
  path: string,
): Understanding {
  const { type } = whole.event;
  if (type === "unclear" || type === "out-of-scope" || type === "borrow" || answers) return slots;
  if (slots.alternatives?.some((one) => one.type === "repay")) return slots;
  if (type === "ask" && asks) return { ...whole, alternatives: [offeredAt(slots.event, path)] };
  return path.startsWith("confirming.") && !isCorrection(text) ? whole : slots;
}

const wholeLoan = /结清|还清|还完|全部|全额|一次性|in full|\boff\b|settle|everything|\ball\b/;

const ofLoan = /借|贷|borrow|loan|lend/;

/** Said as an answer, or with nothing else that could be meant: the figures stand. */
function isSaid({ text, asks, slots: { said: slots, answers }, whole }: Sentence): boolean {
  const { type } = whole.event;
  if (answers || type === "unclear" || type === "out-of-scope" || type === "borrow") return true;
  // What is said within an application, and asks nothing, is said about it; so is a wish with its amount.
  return type === "ask" && !asks && (slots.event.type === "provide" || wished.test(text));
}

/** The sentence decides; figures of a question are kept as an offer. */
function elsewhere(sentence: Sentence, path: string): Understanding {
  const { text, slots, whole } = sentence;
  const { type } = whole.event;
  const { event } = slots.said;
  if (type === "out-of-scope" && !slots.answers && !ofLoan.test(text) && event.type === "borrow")
    return { ...unclear, alternatives: [event] };
  // The same wish, with its amount: a part of it, early.
  const ofAll = type === "repay.kind" && wholeLoan.test(text);
  if (isSaid(sentence) || (type.startsWith("repay") && event.type === "repay" && !ofAll)) return slots.said;
  if (type !== "ask" || (event.type !== "borrow" && event.type !== "provide")) return whole;
  return { ...whole, alternatives: [offeredAt(event, path), ...(whole.alternatives ?? [])] };
}

/** While a repayment is filled in, a sum is of it. */
const offeredAt = (event: JourneyEvent, path: string): JourneyEvent =>
  event.type === "provide" && event.amount !== undefined && path.startsWith("repaying.")
    ? { type: "repay", amount: event.amount }
    : event;

/** Figures that are asked about are offered beside the answer. */
function answeredFirst({ slots: { said: slots }, whole }: Sentence, { path }: Situation): Understanding {
  const found = slots.event.type === "unclear" ? (slots.alternatives ?? []) : [slots.event];
  const offers = found.map((event) => offeredAt(event, path));
  if (whole.event.type === "ask")
    return { ...whole, alternatives: [...offers, ...(whole.alternatives ?? [])] };
  const repays = offers.some(({ type }) => type === "repay");
  return {
    event: { type: "ask", topic: repays ? "repay-manual-how" : "am-i-eligible" },
    alternatives: offers,
  };
}

/** A sentence that merely mentions sums begins no application. */
function withoutFigures(asked: Understanding, { text, asks, quantities }: Reading): Understanding {
  const mentions = quantities.some(
    ({ kind }) => kind === "amount" || kind === "number" || kind === "percent",
  );
  const wishes = !mentions || borrows.test(text);
  const { alternatives } = asked;
  if (alternatives !== undefined && !wishes)
    return { ...asked, alternatives: alternatives.filter(({ type }) => type !== "borrow") };
  const begins = asked.event.type === "borrow" && mentions && (asks || !wishes);
  return begins ? { ...unclear, alternatives: [{ type: "borrow" }] } : asked;
}

/** Figures and intent together: in a form figures are answers; elsewhere the sentence as a whole decides. */
export function readSentence(reading: Reading, situation: Situation): Understanding {
  const { text, asks } = reading;
  const { path } = situation;
  const slots = readSlotEvent(reading, situation);
  const choice = slots === undefined ? readNamedChoice(reading, situation) : undefined;
  if (choice !== undefined) return { event: choice };
  const whole = byTopic(reading, situation);
  const asked = readClauses(reading, whole, situation) ?? whole;
  if (slots === undefined) return withoutFigures(asked, reading);
  const sentence = { text, asks, slots, whole: whole.event.type === "ask" ? asked : whole };
  if (slots.asked) return answeredFirst(sentence, situation);
  return isForm(path) ? inForm(sentence, path) : elsewhere(sentence, path);
}
