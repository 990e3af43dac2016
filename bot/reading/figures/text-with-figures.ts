import type { Quantity } from "../quantities/quantity.ts";

/** The part of a reading that tells what its figures are there for. */
export interface TextWithFigures {
  /** Normalised and in plain words, 500 characters at most: what patterns are held against, offsets are counted in. */
  readonly text: string;
  /** Chinese as soon as there is a Chinese character; "en" for all else. */
  readonly script: Script;
  /** The figures in reading order, each read whole or not at all; dates are worked out where the day is known. */
  readonly quantities: readonly Quantity[];
  /** Whether it asks something. */
  readonly asks: boolean;
  /** Whether it speaks of other companies' products alone. */
  readonly isElsewhere: boolean;
}

export type Script = "zh" | "en";
