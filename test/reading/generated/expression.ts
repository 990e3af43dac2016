/** What is said, with what it means by the grammar of its language. Our own reader has no part in it. */
import type { Draw } from "./draw.ts";

/** Sums in yuan and dates ("YYYY-MM-DD") as text; all else in the unit that it is named for. */
export type Meaning =
  | { sum: string }
  | { between: readonly [low: string, high: string] }
  /** Named roughly; the figure that was named, where one was. */
  | { about: string | undefined }
  | { months: number }
  | { days: number }
  | { on: string }
  /** Nobody could say what exactly is meant: it is to be asked back. */
  | "unclear";

export interface Expression {
  /** What is counted in the report: "a Chinese numeral", "a day of next month". */
  kind: string;
  said: string;
  means: readonly Meaning[];
}

/** Makes one expression of its kind; dates are seen from `today`, "YYYY-MM-DD". */
export type Maker = (draw: Draw, today: string) => Omit<Expression, "kind">;

export const one = (said: string, meaning: Meaning): Omit<Expression, "kind"> => ({ said, means: [meaning] });
