/** What understanding takes besides the text, and what it gives. */

import type { Locale } from "../../domain/language/languages.ts";
import type { JourneyContext } from "../../machines/journey-context.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";

/** A state as XState writes it: "idle", or { quoting: "askingTerm" }. */
export type StateValue = string | { readonly [stage: string]: StateValue | undefined };

/** Where the journey stands when a text comes in: it decides what a bare "12" or "好" means. */
export interface Situation {
  /** The stage and the step in it: "quoting.askingTerm". */
  path: string;
  locale: Locale | null;
  context: JourneyContext;
}

export interface Understanding {
  /** `{ type: "unclear" }` when nothing is sure enough to act upon. */
  event: JourneyEvent;
  /** The language to go on in, where the text tells another one than the conversation's. */
  language?: Locale;
  /**
   * To be shown as buttons. With "unclear": what it may have meant, likeliest first, to be asked back. With any
   * other event: what else the message asked for.
   */
  alternatives?: JourneyEvent[];
  /** What a question may have asked instead, likeliest first, where its answer is not quite sure. */
  instead?: JourneyEvent[];
  /** The product that a wish to borrow names, to be chosen first. */
  product?: string;
}

/** "quoting.askingTerm" for { quoting: "askingTerm" }. */
export function stagePath(value: StateValue): string {
  if (typeof value === "string") return value;
  const [entry] = Object.entries(value);
  if (entry === undefined) return "";
  const [stage, inner] = entry;
  return inner === undefined ? stage : `${stage}.${stagePath(inner)}`;
}
