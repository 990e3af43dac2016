import { Decimal } from "decimal.js";

const small = new Map(
  [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
  ].map((word, value) => [word, value] as const),
);
for (const [index, word] of [
  "twenty",
  "thirty",
  "forty",
  "fifty",
  "sixty",
  "seventy",
  "eighty",
  "ninety",
].entries())
  small.set(word, (index + 2) * 10);
small.set("fourty", 40).set("dozen", 12);

const scales = new Map([
  ["hundred", 100],
  ["thousand", 1000],
  ["grand", 1000],
  ["k", 1000],
  ["million", 1_000_000],
  ["mil", 1_000_000],
]);

const figure = "\\d+(?:\\.\\d+)?";
const word = [...small.keys()].sort((a, b) => b.length - a.length).join("|");
const scale = [...scales.keys()].sort((a, b) => b.length - a.length).join("|");

/** An English numeral with at least one word in it: "five thousand", "2 and a half thousand", "a grand". */
export const englishNumeral =
  `(?:(?:half an? (?:${scale})|an? (?:${scale})|${figure}(?=\\s*(?:${scale}|and a half)\\b)|${word})s?` +
  `(?:[\\s-]*(?:and\\s+)?(?:a half\\b|${scale}|${word})){0,9})\\b`;

interface Reading {
  total: Decimal;
  section: Decimal;
}

function take(reading: Reading, token: string): boolean {
  const value = small.get(token) ?? (/^\d/.test(token) ? token : undefined);
  const size = scales.get(token);
  if (value !== undefined) reading.section = reading.section.plus(value);
  else if (token === "half") reading.section = reading.section.plus("0.5");
  else if (size === 100)
    reading.section = (reading.section.isZero() ? new Decimal(1) : reading.section).times(100);
  else if (size !== undefined) {
    reading.total = reading.total.plus(
      (reading.section.isZero() ? new Decimal(1) : reading.section).times(size),
    );
    reading.section = new Decimal(0);
  } else return false;
  return true;
}

/** The value of an English numeral in words, or words and figures; absent when it is none. */
export function readEnglishNumeral(text: string): Decimal | undefined {
  const tokens = text.replaceAll("-", " ").match(/\d+(?:\.\d+)?|[a-z]+/g) ?? [];
  const reading: Reading = { total: new Decimal(0), section: new Decimal(0) };
  let read = 0;
  for (const token of tokens) {
    if (token === "and" || token === "a" || token === "an") continue;
    if (!take(reading, token)) return undefined;
    read += 1;
  }
  return read === 0 ? undefined : reading.total.plus(reading.section);
}
