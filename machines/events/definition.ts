/**
 * What has to be decided of an event when it is added, as data. Whatever else needs to know (the machine's union, the
 * button codec, the views, the turn, the inspector) derives it from here.
 */
import type { z } from "zod";
import type { TopicId } from "../topics.ts";
import type { FieldName, LetteredName } from "./fields.ts";

/** Where the journey stands, by the names of its top-level states. */
export type Stage =
  | "welcoming"
  | "idle"
  | "locatingEntry"
  | "checkingEligibility"
  | "quoting"
  | "confirming"
  | "reminding"
  | "repaying";

/** "hash", or "amount?" where it may be left out. */
type Use<Name extends FieldName> = Name | `${Name}?`;

/**
 * What an event is decided upon: the conversation as the session store remembers it, as Postgres has it, or that with
 * the borrower's loans as they are on the books at this moment.
 */
type Reads = "session" | "books" | "loans";

/**
 * Where in a language's messages the label stands by which an event is offered to whoever was not understood: a text, or
 * a function of the event. `of`: a function of this field, or one text for each of its values; `without`: the label
 * where the event has no such field. `titleOf`: the title of the topic in this field. Null: nobody can mean it by words.
 */
type Label =
  | string
  | { message: string; of: LetteredName; without?: string }
  | { titleOf: LetteredName }
  | null;

/** What a borrower asks for or chooses, by a button as by words. */
export interface PressedEvent {
  from: "borrower";
  /** Those of a button have letters; one without may only be left out there. */
  fields: readonly (Use<LetteredName> | `${FieldName}?`)[];
  /** Alive while it is on screen, or whenever it is pressed. */
  button: "shown" | "always";
  /** A step on the way to a loan or out of it: its button may be the main one. What is chosen among equals is none. */
  step: boolean;
  /** A consent, to data being used or to money moving: only the button gives one, or its whole label in words. */
  binds: "nothing" | "consent" | "money";
  reads: Reads;
  /** The stages in which it leads towards another loan: whoever is in arrears is not offered it there. */
  towardsLoan: { in: readonly Stage[] } | { outside: readonly Stage[] };
  /**
   * A question that comes to it while something else is under way ("can I change the day?"): done all the same, asked
   * back, or answered in place with what is known about a topic.
   */
  asQuestion: "done" | "asked-back" | { readonly topic: TopicId };
  /** Held back while money is on its way: it leads to another place, or changes what is under way. */
  waitsForMoney: boolean;
  label: Label;
}

/** What a borrower says in words alone. */
export interface SpokenEvent {
  from: "borrower";
  fields: readonly Use<FieldName>[];
  button: "never";
  reads: Reads;
  asQuestion: "done" | "asked-back" | { readonly topic: TopicId };
}

/** What the turn makes of a message that says nothing else. */
export interface TurnEvent {
  from: "turn";
  fields: readonly Use<FieldName>[];
  reads: Reads;
  /** False counts as a miss: after some in a row a person is offered. */
  understood: boolean;
  /** Whether it follows another event of the same message, whose notices then stay: its own field may tell. */
  besides: boolean | "as-it-says";
}

/** A partner's answer, a deadline, or what staff decided: from inside, no borrower can send it. */
export interface InternalEvent {
  from: "partner" | "deadline" | "staff";
  payload: Readonly<Record<string, z.ZodType>>;
  reads: "books" | "loans";
  /** False: knowingly left alone by every state. */
  heard: boolean;
}

/** Who sends an event. */
export type Sender = EventDefinition["from"];

export type EventDefinition = PressedEvent | SpokenEvent | TurnEvent | InternalEvent;

export const everywhere = { outside: [] } as const;
const nowhere = { in: [] } as const;

/** What neither goes on, nor agrees to anything, nor leads to a loan or anywhere else. */
export const harmless = {
  from: "borrower",
  step: false,
  binds: "nothing",
  reads: "session",
  towardsLoan: nowhere,
  waitsForMoney: false,
} as const;
