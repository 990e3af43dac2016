/** A sentence to an event: its figures and its intent together, at this stage. */
import { isDeepStrictEqual } from "node:util";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import { eventsOfIntent, isElsewhere, isQuestion } from "./intent-event.ts";
import { decide } from "./intents/decide.ts";
import { recognise } from "./intents/recognise.ts";
import { findQuantities } from "./quantities/find-quantities.ts";
import type { Quantity } from "./quantities/quantity.ts";
import { type Situation, stagePath, type Understanding } from "./situation.ts";
import { isAllFigures, readSlotEvent, withSlots } from "./slot-event.ts";
import { isCorrection } from "./slots.ts";

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

function understoodAs(events: readonly JourneyEvent[], situation: Situation): Understanding {
  const path = stagePath(situation.value);
  const [first, ...others] = distinct(events).filter((event) => !isUnderWay(event, path));
  if (first === undefined) return unclear;
  return others.length === 0 ? { event: first } : { ...unclear, alternatives: [first, ...others] };
}

/** A stray word or a slip of the keyboard is not understood, rather than declined. */
function isSentence(text: string): boolean {
  return (text.match(/\p{Script=Han}/gu) ?? []).length > 3 || text.split(" ").length > 2;
}

function byIntent(text: string, quantities: readonly Quantity[], situation: Situation): Understanding {
  const decision = decide(recognise(text, quantities));
  const meant = { text, context: situation.context };
  switch (decision.kind) {
    case "sure":
      return understoodAs(eventsOfIntent(decision.intent, meant), situation);
    case "unsure":
      return understoodAs(
        decision.intents.flatMap((intent) => eventsOfIntent(intent, meant)),
        situation,
      );
    case "out-of-scope":
      if (isElsewhere(text)) return { event: { type: "ask", topic: "elsewhere" } };
      return isSentence(text) ? { ...unclear, outOfScope: true } : unclear;
    case "unknown":
      return unclear;
  }
}

/** Several questions in one message: the first is answered, the others are kept as alternatives. */
function readClauses(text: string, situation: Situation): Understanding | undefined {
  const clauses = text
    .split(/[?？。!！;；\n]+|,? (?:and )?also |另外|还有就是/)
    .filter((clause) => clause.trim().length > 3);
  if (clauses.length < 2) return undefined;
  const asked = clauses.flatMap((clause) => {
    const { event } = byIntent(clause.trim(), findQuantities(clause), situation);
    return event.type === "ask" || event.type === "loans.show" || event.type === "locate" ? [event] : [];
  });
  const [first, ...others] = distinct(asked);
  return first === undefined || others.length === 0 ? undefined : { event: first, alternatives: others };
}

/** "20k over a year, how much is that?" is answered, and offered. */
function withOffer(whole: Understanding, text: string, quantities: readonly Quantity[]): Understanding {
  const { event } = whole;
  if (event.type !== "ask" || event.topic !== "rate") return whole;
  const offer = withSlots(text, quantities);
  const isOffer = offer.type === "borrow" && offer.amount !== undefined && offer.installments !== undefined;
  return isOffer ? { ...whole, alternatives: [offer] } : whole;
}

interface Reading {
  text: string;
  quantities: readonly Quantity[];
  /** What the figures say at this stage. */
  slots: Understanding;
  /** What the sentence says as a whole. */
  whole: Understanding;
}

/** The figures answer what is asked, unless the sentence is plainly about something else. */
function inForm({ text, quantities, slots, whole }: Reading, path: string): Understanding {
  const { type } = whole.event;
  if (type === "unclear" || type === "borrow" || isAllFigures(text, quantities)) return slots;
  if (type === "ask" && isQuestion(text)) return { ...whole, alternatives: [slots.event] };
  return path.startsWith("confirming.") && !isCorrection(text) ? whole : slots;
}

/** The sentence decides; figures of a question are kept as an offer. */
function elsewhere({ text, quantities, slots, whole }: Reading): Understanding {
  const { type } = whole.event;
  if (type === "unclear" || type === "borrow" || isAllFigures(text, quantities)) return slots;
  const offers = type === "ask" && slots.event.type === "borrow";
  return offers ? { ...whole, alternatives: [slots.event] } : whole;
}

/** Figures and intent together: in a form figures are answers; elsewhere the sentence as a whole decides. */
export function readSentence(text: string, situation: Situation): Understanding {
  const path = stagePath(situation.value);
  const quantities = findQuantities(text);
  const slots = readSlotEvent({ text, quantities, situation });
  const whole = byIntent(text, quantities, situation);
  if (slots === undefined && whole.event.type === "borrow") return { event: withSlots(text, quantities) };
  if (slots === undefined) return readClauses(text, situation) ?? withOffer(whole, text, quantities);
  const reading = { text, quantities, slots, whole };
  return isForm(path) ? inForm(reading, path) : elsewhere(reading);
}
