/**
 * Numerals, sums, terms and days, made from what they mean and said in the grammar of their language. Each is read
 * as what it means, or is left open and asked back; none is split, shortened or joined into something else.
 */
import { describe, expect, it } from "vitest";
import { readingOf } from "../../bot/reading/reading.ts";
import { chineseRough } from "./generated/chinese-rough.ts";
import { chineseSums, spoken } from "./generated/chinese-sums.ts";
import { type Draw, drawFrom } from "./generated/draw.ts";
import { englishRough, englishSums, spokenEnglish } from "./generated/english-sums.ts";
import type { Maker } from "./generated/expression.ts";
import { judge } from "./generated/judge.ts";
import { chineseSpans, englishSpans, spokenSpan, spokenSpanEnglish } from "./generated/spans.ts";

const today = "2026-02-10";
const ofEachKind = 300;

type Said = (draw: Draw, said: string) => string;
const sets: readonly (readonly [Readonly<Record<string, Maker>>, Said])[] = [
  [chineseSums, spoken],
  [chineseRough, spoken],
  [englishSums, spokenEnglish],
  [englishRough, spokenEnglish],
  [chineseSpans, spokenSpan],
  [englishSpans, spokenSpanEnglish],
];
const kinds = sets.flatMap(([makers, say]) =>
  Object.entries(makers).map(([kind, make]) => ({ kind, make, say })),
);

describe("an expression of a kind is read whole, or asked back", () => {
  it("in ten thousand drawn ways and more", () => {
    expect(kinds.length * ofEachKind).toBeGreaterThanOrEqual(10_000);
  });
  it.each(kinds)("$kind", ({ kind, make, say }) => {
    const draw = drawFrom([...kind].reduce((sum, character) => sum * 31 + character.charCodeAt(0), 7));
    const counts = { exact: 0, asked: 0 };
    const wrong: string[] = [];
    for (let count = 0; count < ofEachKind; count += 1) {
      const expression = make(draw, today);
      const text = say(draw, expression.said);
      const { quantities } = readingOf(text, { today });
      const verdict = judge(quantities, expression);
      if (verdict === "wrong")
        wrong.push(`${text}: ${JSON.stringify(expression.means)}, read as ${JSON.stringify(quantities)}`);
      else counts[verdict] += 1;
    }
    expect(wrong).toEqual([]);
    // What is always asked back is not read at all.
    expect(counts.exact).toBeGreaterThan(ofEachKind / 2);
  });
});
