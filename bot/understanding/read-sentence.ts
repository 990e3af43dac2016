/** A sentence to an event: its figures and its intent together, at this stage. */
import { isDeepStrictEqual } from "node:util";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import { eventsOfIntent, isQuestion } from "./intent-event.ts";
import { decide } from "./intents/decide.ts";
import { recognise } from "./intents/recognise.ts";
import { findQuantities } from "./quantities/find-quantities.ts";
import type { Quantity } from "./quantities/quantity.ts";
import { type Situation, stagePath, type Understanding } from "./situation.ts";
import { readSlotEvent } from "./slot-event.ts";

const unclear: Understanding = { event: { type: "unclear" } };

function isForm(path: string): boolean {
  return /^(?:quoting|confirming)\.|^repaying\.askingAmount$|^reminding\.choosing$/.test(path);
}

function distinct(events: readonly JourneyEvent[]): JourneyEvent[] {
  return events.filter((event, at) => events.findIndex((other) => isDeepStrictEqual(event, other)) === at);
}

/** Wishes for what is being done already say nothing new. */
function isUnderWay({ type }: JourneyEvent, path: string): boolean {
  return type === "repay" && path.startsWith("repaying.");
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

/** Figures answer a form; elsewhere a question that names figures is answered, and its figures kept as an offer. */
export function readSentence(text: string, situation: Situation): Understanding {
  const quantities = findQuantities(text);
  const slots = readSlotEvent({ text, quantities, situation });
  if (slots === undefined) return readClauses(text, situation) ?? byIntent(text, quantities, situation);
  if (!isQuestion(text)) return slots;
  const asked = byIntent(text, quantities, situation);
  const answers = asked.event.type === "ask" && slots.event.type !== "unclear";
  if (!answers) return isForm(stagePath(situation.value)) || asked.event.type === "unclear" ? slots : asked;
  return { event: asked.event, alternatives: [slots.event] };
}
