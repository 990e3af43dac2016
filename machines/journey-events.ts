/**
 * Everything that can happen in a journey, and what is asked of each event by whoever handles it. The definitions stand
 * in events/, one of each. Each event reaches the machine stamped with the turn's id and time.
 */
import type { PressedEvent, Stage } from "./events/definition.ts";
import { definitionOf, type EventType, type JourneyEvent } from "./events/table.ts";

export { type JourneyEvent, journeyEventSchema } from "./events/table.ts";

type Typed = Pick<JourneyEvent, "type">;

/** True for partners' answers, deadlines and what staff decide, false for what a borrower did. */
export const isInternal = ({ type }: Typed): boolean => "payload" in definitionOf(type);

/** False for what every state knowingly leaves alone. */
export function isHeard({ type }: Typed): boolean {
  const definition = definitionOf(type);
  return !("heard" in definition) || definition.heard;
}

/** Of what a button can carry; undefined for anything else. */
export function pressedEvent(type: EventType): PressedEvent | undefined {
  const definition = definitionOf(type);
  return definition.from === "borrower" && definition.button !== "never" ? definition : undefined;
}

/** Consents, to data being used or to money moving: only the button gives one, or its whole label in words. */
export const isBinding = ({ type }: Typed): boolean => (pressedEvent(type)?.binds ?? "nothing") !== "nothing";

/** Agrees to money moving. */
export const isCommitment = ({ type }: Typed): boolean => pressedEvent(type)?.binds === "money";

/** A step on the way to a loan or out of it. */
export const isStepOn = ({ type }: Typed): boolean => pressedEvent(type)?.step === true;

/** Held back while money is on its way. */
export const waitsForMoney = ({ type }: Typed): boolean => pressedEvent(type)?.waitsForMoney === true;

/** Means the same at any time, on screen or not. */
export const isAlwaysLive = ({ type }: Typed): boolean => pressedEvent(type)?.button === "always";

/** Whether it leads towards another loan, pressed in this stage. */
export function leadsToLoan({ type }: Typed, stage: Stage): boolean {
  const where = pressedEvent(type)?.towardsLoan ?? { in: [] };
  return "in" in where ? where.in.includes(stage) : !where.outside.includes(stage);
}

/** Decided upon the conversation as Postgres has it, and not as a session remembers it. */
export const isDecidedOnBooks = ({ type }: Typed): boolean => definitionOf(type).reads !== "session";

/** From the credit check to the payout: what was paid, given back or written off since the last turn counts. */
export const dependsOnLoans = ({ type }: Typed): boolean => definitionOf(type).reads === "loans";

/** What a question that comes to it is taken for while something else is under way. */
export function asQuestion({ type }: Typed): PressedEvent["asQuestion"] {
  const definition = definitionOf(type);
  return "asQuestion" in definition ? definition.asQuestion : "done";
}

/** A message of which nothing could be made. */
export function isMiss({ type }: Typed): boolean {
  const definition = definitionOf(type);
  return definition.from === "turn" && !definition.understood;
}

/** What follows another event of the same message. */
export function isBesides(event: JourneyEvent): boolean {
  const definition = definitionOf(event.type);
  if (definition.from !== "turn") return false;
  return definition.besides === "as-it-says"
    ? "besides" in event && event.besides === true
    : definition.besides;
}

/** Given to each event by the turn that carries it. */
export interface TurnStamp {
  turnId: string;
  /** The borrower's time, ISO 8601 with offset or Z. */
  at: string;
}
export type StampedEvent = JourneyEvent & TurnStamp;
