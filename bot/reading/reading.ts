/** What is read of a message: made once, at the door, and handed to whoever wants to know something of it. */

import type { Locale } from "../../domain/language/languages.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import type { Choice } from "../messages.ts";
import { type Denied, readDenied } from "./figures/denied.ts";
import { type FigureUse, useOfFigures } from "./figures/figure-use.ts";
import type { TextWithFigures } from "./figures/text-with-figures.ts";
import { changedLanguage, detectLanguage } from "./language.ts";
import { normalise } from "./normalise.ts";
import { isElsewhere } from "./other-lenders.ts";
import { inPlainWords } from "./paraphrases.ts";
import { phraseForms } from "./phrase-forms.ts";
import { findQuantities } from "./quantities/find-quantities.ts";
import { isQuestion } from "./question.ts";
import { namedButton } from "./shown-buttons.ts";

/**
 * A message, or a part of one, as every reader of the house takes it. What costs something is found when it is first
 * wanted, and kept.
 *
 * @example
 * const reading = readingOf("麻烦借2萬，分12期？", { today: "2026-02-10" });
 * reading.text; // "麻烦借2万,分12期?"
 * reading.quantities; // an amount of 20000 yuan, a term of 12 months
 * reading.asks; // true
 */
export interface Reading extends TextWithFigures {
  /** As it was written; secrets were masked by the channel. */
  readonly written: string;
  /** The text with politeness and particles taken off, nearest first; none where it is marks alone. See `phraseForms`. */
  readonly forms: readonly string[];
  /** What the figures are there for, and which of them count; those that are denied do not. */
  readonly figures: FigureUse;
  /** What it denies, as "not the 5th but the 10th" does; undefined where it denies nothing. */
  readonly denied: Denied | undefined;
  /** The shown button that it names by its place or a part of its label; consents are never pressed by words. */
  readonly button: JourneyEvent | undefined;
  /** The language that it is written in; undefined for figures, emoji and other scripts. */
  readonly language: Locale | undefined;
  /** The language it changes to from that of a conversation; undefined where it says nothing of that. */
  changedFrom(locale: Locale): Locale | undefined;
  /** A clause of it, or what is left of it, read by itself, on the same day with the same buttons. */
  part(text: string): Reading;
}

/** What is known where a message comes in. */
export interface Door {
  /** The borrower's day in Shanghai, "YYYY-MM-DD": what "tomorrow" is counted from. Without it no date is worked out. */
  today?: string;
  /** The buttons on screen, in reading order. */
  shown?: readonly Choice[];
}

/** No answer to a form is longer; of a longer message the beginning is read. */
const longestRead = 500;

/** Reads a message as it was written. Never throws, whatever the text. */
export function readingOf(written: string, door: Door = {}): Reading {
  // One character may become many.
  const text = inPlainWords(normalise(written.slice(0, longestRead))).slice(0, longestRead);
  return readingFrom(text, written, door);
}

/** Reads a sentence to learn from or to judge a model by: normalised, its paraphrases left as they are. */
export const readSample = (written: string): Reading => readingFrom(normalise(written), written, {});

function readingFrom(text: string, written: string, door: Door): Reading {
  const forms = once(() => phraseForms(text));
  const quantities = once(() => findQuantities(text, door.today));
  const figures = once(() => useOfFigures(reading));
  const asks = once(() => isQuestion(text));
  const elsewhere = once(() => isElsewhere(text));
  const reading: Reading = {
    ...{ written, text, script: /\p{Script=Han}/u.test(text) ? "zh" : "en" },
    get forms() {
      return forms();
    },
    get quantities() {
      return quantities();
    },
    get figures() {
      return figures();
    },
    get denied() {
      return readDenied(reading);
    },
    get asks() {
      return asks();
    },
    get isElsewhere() {
      return elsewhere();
    },
    get button() {
      return namedButton(forms(), door.shown ?? []);
    },
    get language() {
      return detectLanguage(written);
    },
    changedFrom: (locale) => changedLanguage(written, locale),
    part: (other) => (other === text ? reading : readingFrom(other, written, door)),
  };
  return reading;
}

/** Made at the first call and kept. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
