/** A sentence to an event: its figures and its intent together, at this stage. */
import { isDeepStrictEqual } from "node:util";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import { isQuestion } from "../reading/question.ts";
import type { Reading } from "../reading/reading.ts";
import { eventsOfIntent } from "./intent-event.ts";
import { decideIntent } from "./intents/decide.ts";
import type { Intent } from "./intents/intents.ts";
import { recognise } from "./intents/recognise.ts";
import { readNamedChoice } from "./replies/named-choices.ts";
import { readSlotEvent, type SlotReading } from "./replies/slot-event.ts";
import { isCorrection } from "./replies/slots.ts";
import type { Situation, Understanding } from "./situation.ts";

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
  const [first, ...others] = distinct(events).filter((event) => !isUnderWay(event, path));
  if (first === undefined) return unclear;
  return others.length === 0 ? { event: first } : { ...unclear, alternatives: [first, ...others] };
}

/** A stray word or a slip of the keyboard is not understood, rather than declined. */
function isSentence(text: string): boolean {
  return (text.match(/\p{Script=Han}/gu) ?? []).length > 3 || text.split(" ").length > 2;
}

/** A greeting with a few words of its own, "你好呀小姑娘". */
const hello =
  /^.{0,6}在[吗么不](?:哦|呀|啊)?$|^(?:.{0,3}你好|您好|哈[喽罗]|早上好|晚上好).{0,8}$|^(?:hello|hi|hey)\b.{0,40}$/;

function byIntent(reading: Reading, situation: Situation): Understanding {
  const { text } = reading;
  const decision = decideIntent(recognise(reading));
  const eventsOf = (intent: Intent) => eventsOfIntent(intent, reading, situation.context);
  switch (decision.kind) {
    case "sure":
      return understoodAs(eventsOf(decision.intent), situation);
    case "unsure":
      return understoodAs(decision.intents.flatMap(eventsOf), situation);
    case "out-of-scope":
      if (hello.test(text)) return { event: { type: "greet" } };
      if (reading.isElsewhere) return { event: { type: "ask", topic: "elsewhere" } };
      return isSentence(text) ? { ...unclear, outOfScope: true } : unclear;
    case "unknown":
      return hello.test(text) ? { event: { type: "greet" } } : unclear;
  }
}

const sentenceEnd = /[?？。!！;；\n]+|,? (?:and )?also |另外|还有就是/;
const comma = /[?？。!！;；\n，,]+|,? and (?=(?:does|do|is|are|will|can|how|what|when)\b)/;

function questionsIn(clauses: readonly string[], reading: Reading, situation: Situation): JourneyEvent[] {
  const several = clauses.map((clause) => clause.trim()).filter((clause) => clause.length > 2);
  if (several.length < 2) return [];
  const asked = several.flatMap((clause) => {
    const { event } = byIntent(reading.part(clause), situation);
    return event.type === "ask" || event.type === "loans.show" || event.type === "locate" ? [event] : [];
  });
  return distinct(asked);
}

/**
 * Several questions in one message: the first is answered, the others are kept as alternatives. Between commas only
 * what asks by itself is one, and only when the message as a whole asks one of them, or is undecided.
 */
function readClauses(
  reading: Reading,
  whole: Understanding,
  situation: Situation,
): Understanding | undefined {
  const { text } = reading;
  const sentences = questionsIn(text.split(sentenceEnd), reading, situation);
  const clauses = questionsIn(text.split(comma).filter(isQuestion), reading, situation);
  const undecided = whole.event.type === "unclear" && whole.outOfScope === undefined;
  const agreed = undecided || clauses.some((event) => isDeepStrictEqual(event, whole.event));
  const [first, ...others] = agreed && clauses.length > sentences.length ? clauses : sentences;
  return first === undefined || others.length === 0 ? undefined : { event: first, alternatives: others };
}

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
  if (type === "unclear" || type === "borrow" || answers) return slots;
  if (slots.alternatives?.some((one) => one.type === "repay")) return slots;
  if (type === "ask" && asks) return { ...whole, alternatives: [offeredAt(slots.event, path)] };
  return path.startsWith("confirming.") && !isCorrection(text) ? whole : slots;
}

const wholeLoan = /结清|还清|还完|全部|全额|一次性|in full|\boff\b|settle|everything|\ball\b/;

/** The sentence decides; figures of a question are kept as an offer. */
function elsewhere(
  { text, asks, slots: { said: slots, answers }, whole }: Sentence,
  path: string,
): Understanding {
  const { type } = whole.event;
  if (type === "unclear" && whole.outOfScope && !answers && !/借|贷|borrow|loan|lend/.test(text))
    return slots.event.type === "borrow" ? { ...unclear, alternatives: [slots.event] } : slots;
  if (type === "unclear" || type === "borrow" || answers) return slots;
  // The same wish, with its amount: a part of it, early.
  const ofAll = type === "repay.kind" && wholeLoan.test(text);
  if (type.startsWith("repay") && slots.event.type === "repay" && !ofAll) return slots;
  const { type: slotType } = slots.event;
  const offers = type === "ask" && (slotType === "borrow" || slotType === "provide");
  if (!offers) return whole;
  // What is said within an application, and asks nothing, is said about it.
  if (slotType === "provide" && !asks) return slots;
  return { ...whole, alternatives: [offeredAt(slots.event, path), ...(whole.alternatives ?? [])] };
}

/** While a repayment is filled in, a sum is of it. */
const offeredAt = (event: JourneyEvent, path: string): JourneyEvent =>
  event.type === "provide" && event.amount !== undefined && path.startsWith("repaying.")
    ? { type: "repay", amount: event.amount }
    : event;

/** Figures that are asked about are offered beside the answer. */
function answeredFirst(
  reading: Reading,
  { slots: { said: slots }, whole }: Sentence,
  { path, context }: Situation,
): Understanding {
  const found = slots.event.type === "unclear" ? (slots.alternatives ?? []) : [slots.event];
  const offers = found.map((event) => offeredAt(event, path));
  if (whole.event.type === "ask")
    return { ...whole, alternatives: [...offers, ...(whole.alternatives ?? [])] };
  const repays = offers.some(({ type }) => type === "repay");
  const [event] = eventsOfIntent(repays ? "repay_method" : "check_eligibility", reading, context);
  return event === undefined ? slots : { event, alternatives: offers };
}

/** A sentence that merely mentions sums begins no application. */
function withoutFigures(asked: Understanding, { text, asks, quantities }: Reading): Understanding {
  const mentions = quantities.some(
    ({ kind }) => kind === "amount" || kind === "number" || kind === "percent",
  );
  const begins = asked.event.type === "borrow" && mentions && (asks || !borrows.test(text));
  return begins ? { ...unclear, alternatives: [{ type: "borrow" }] } : asked;
}

/** Figures and intent together: in a form figures are answers; elsewhere the sentence as a whole decides. */
export function readSentence(reading: Reading, situation: Situation): Understanding {
  const { text, asks } = reading;
  const { path } = situation;
  const slots = readSlotEvent(reading, situation);
  const choice = slots === undefined ? readNamedChoice(reading, situation) : undefined;
  if (choice !== undefined) return { event: choice };
  const whole = byIntent(reading, situation);
  const asked = readClauses(reading, whole, situation) ?? whole;
  if (slots === undefined) return withoutFigures(asked, reading);
  const sentence = { text, asks, slots, whole: whole.event.type === "ask" ? asked : whole };
  if (slots.asked) return answeredFirst(reading, sentence, situation);
  return isForm(path) ? inForm(sentence, path) : elsewhere(sentence, path);
}
