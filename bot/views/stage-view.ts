/** What a stage shows: its prompt, the card beside it, and what can be pressed. */

import type { Locale } from "../../domain/language/languages.ts";
import type { JourneyContext } from "../../machines/journey-context.ts";
import type { JourneyEvent } from "../../machines/journey-events.ts";
import type { Messages } from "../locales/messages.ts";
import type { Card, Choice } from "../messages.ts";
import type { LoanWithPosition } from "./figures/open-ones.ts";
import type { JourneyPath } from "./journey-path.ts";

export interface Scope {
  path: JourneyPath;
  context: JourneyContext;
  locale: Locale;
  m: Messages;
  /** Every loan and where it stands; replayed when first asked for. */
  loanPositions: () => LoanWithPosition[];
  /** The day that it is of, where that is an earlier one than it is shown on. */
  day?: string | undefined;
}

export interface StageView {
  text: string;
  /** What the borrower is doing, for "where was I" and "I did not get that". */
  situation: string;
  card?: Card | undefined;
  choices: Choice[][];
  /** A mere menu: the next reply may take its place. */
  menu?: true;
  /** Money is quoted, moved or asked for: a sandbox says that it is play money. */
  money?: true;
}

export type ViewOf = (scope: Scope) => StageView;

/** The views of one stage by path. */
export type StageViews<Stage extends string> = Record<
  Extract<JourneyPath, Stage | `${Stage}.${string}`>,
  ViewOf
>;

export const choice = (label: string, event: JourneyEvent): Choice => ({ label, event });

/** Sentences and lines, the empty ones left out. */
export const lines = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join("\n");

/** Paragraphs, the empty ones left out. */
export const paragraphs = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join("\n\n");
