import { Decimal } from "decimal.js";

const ones =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(" ");
const teens = "sixteen seventeen eighteen nineteen".split(" ");
const belowTwenty = new Map([...ones, ...teens].map((word, value) => [word, value] as const));
const tens = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, index) => [word, (index + 2) * 10] as const),
).set("fourty", 40);

const scales = new Map([
  ["dozen", 12],
  ["thousand", 1000],
  ["grand", 1000],
  ["k", 1000],
  ["million", 1_000_000],
  ["mil", 1_000_000],
]);

const longestFirst = (words: Iterable<string>): string =>
  [...words].sort((a, b) => b.length - a.length).join("|");
const figure = "\\d+(?:\\.\\d+)?";
const word = longestFirst([...belowTwenty.keys(), ...tens.keys()]);
const scale = longestFirst(["hundred", ...scales.keys()]);
/** Figures stand in it only before what makes them a part of it. */
const figured = `${figure}(?=[\\s-]*(?:(?:${scale})s?\\b|and a half\\b|1/2\\b))`;
const part = `(?:half|quarter|three quarters|(?:a|one|1) quarter|3/4|1/4|1/2)(?: of)? an? (?:${scale})`;

/** No word goes on, but "thousandish" does. */
const end = "(?!(?!ish)[a-z])";

/** An English numeral with at least one word in it: "five thousand", "2 and a half thousand", "a grand". */
export const englishNumeral =
  `(?:(?:${part}|an? (?:${scale})|${figured}|${word})s?` +
  `(?:[\\s-]*(?:and\\s+)?(?:a half\\b|1/2|point(?: (?:${word})\\b)+|(?:${scale})s?${end}|${figured}|(?:${word})${end})){0,20})${end}(?!\\d)`;

/** Words and figures one by one, with what has been read of them. */
interface Words {
  words: readonly string[];
  at: number;
}

const peek = ({ words, at }: Words): string => words[at] ?? "";

/** Reads the given words where they come next. */
function take(said: Words, ...wanted: readonly string[]): boolean {
  if (!wanted.every((one, index) => said.words[said.at + index] === one)) return false;
  said.at += wanted.length;
  return true;
}

/** Nought to ninety-nine in words. */
function belowHundred(said: Words): Decimal | undefined {
  const ten = tens.get(peek(said));
  if (ten === undefined) {
    const value = belowTwenty.get(peek(said));
    if (value !== undefined) said.at += 1;
    return value === undefined ? undefined : new Decimal(value);
  }
  said.at += 1;
  const one = belowTwenty.get(peek(said)) ?? 0;
  if (one < 1 || one > 9) return new Decimal(ten);
  said.at += 1;
  return new Decimal(ten + one);
}

function figures(said: Words): Decimal | undefined {
  if (!/^\d/.test(peek(said)) || peek(said).includes("/")) return undefined;
  said.at += 1;
  return new Decimal(said.words[said.at - 1] ?? "");
}

const shares: readonly (readonly [words: readonly string[], share: string])[] = [
  [["half"], "0.5"],
  [["1/2"], "0.5"],
  [["three", "quarters"], "0.75"],
  [["3/4"], "0.75"],
  [["a", "quarter"], "0.25"],
  [["one", "quarter"], "0.25"],
  [["1", "quarter"], "0.25"],
  [["quarter"], "0.25"],
  [["1/4"], "0.25"],
];

/** "half a", "three quarters of a", before a scale. */
function share(said: Words): Decimal | undefined {
  for (const [words, value] of shares)
    if (take(said, ...words)) {
      take(said, "of");
      return take(said, "a") || take(said, "an") ? new Decimal(value) : undefined;
    }
  return undefined;
}

/** " point five", " and a half", " 1/2". */
function fraction(said: Words): Decimal | undefined {
  if (take(said, "and", "a", "half") || take(said, "1/2")) return new Decimal("0.5");
  if (!take(said, "point")) return new Decimal(0);
  let places = "";
  for (let place = belowTwenty.get(peek(said)); place !== undefined; place = belowTwenty.get(peek(said))) {
    if (place > 9) return undefined;
    places += place;
    said.at += 1;
  }
  return places === "" ? undefined : new Decimal(`0.${places}`);
}

/** What stands before a scale, or at the end: "twenty-five", "three hundred and six", "2 and a half", "half a". */
function count(said: Words): Decimal | undefined {
  const part = share(said);
  if (part !== undefined) return take(said, "hundred") ? part.times(100) : part;
  const head = take(said, "a") || take(said, "an") ? new Decimal(1) : (figures(said) ?? belowHundred(said));
  const rest = head && fraction(said);
  if (head === undefined || rest === undefined) return undefined;
  const whole = head.plus(rest);
  if (!take(said, "hundred") && !take(said, "hundreds")) return whole;
  if (whole.gte(100)) return undefined;
  return hundreds(whole.times(100), said);
}

/** "and six", behind hundreds; a half of what is no hundred is none. */
function hundreds(value: Decimal, said: Words): Decimal | undefined {
  const { at } = said;
  const linked = take(said, "and");
  if (peek(said) === "a") {
    said.at = at;
    return value;
  }
  const rest = belowHundred(said);
  if (rest === undefined && linked) return undefined;
  return rest === undefined || value.mod(100).isZero() ? value.plus(rest ?? 0) : undefined;
}

/** A count and its scale, smaller than the last: "two thousand", "six hundred". `scale` is 1 where none is named. */
function group(said: Words): { value: Decimal; scale: number } | undefined {
  const value = count(said);
  if (value === undefined) return undefined;
  const size = scales.get(peek(said).replace(/(?<=[a-z]{2})s$/, ""));
  if (size === undefined) return { value, scale: 1 };
  said.at += 1;
  return { value: value.times(size), scale: size };
}

function wordsOf(text: string): Words {
  const words = text.replaceAll("-", " ").match(/\d+\/\d+|\d+(?:\.\d+)?|[a-z]+|\S/g) ?? [];
  return { words, at: 0 };
}

const isRead = ({ words, at }: Words): boolean => at === words.length;

/** Scales grow smaller: "two thousand three thousand" is no numeral. */
const smaller = (next: ReturnType<typeof group>, last: number): ReturnType<typeof group> =>
  next === undefined || next.value.gte(last) || next.scale >= last ? undefined : next;

/** The value of an English numeral in words, or words and figures; absent where it is none as a whole. */
export function readEnglishNumeral(text: string): Decimal | undefined {
  const said = wordsOf(text);
  let total: Decimal | undefined;
  let last = Number.POSITIVE_INFINITY;
  while (said.at < said.words.length) {
    if (total !== undefined && last > 12 && take(said, "and", "a", "half"))
      return isRead(said) ? total.plus(last / 2) : undefined;
    if (said.at > 0) take(said, "and");
    const next = smaller(group(said), last);
    if (next === undefined) return undefined;
    total = next.value.plus(total ?? 0);
    last = next.scale;
    if (last === 1) break;
  }
  return isRead(said) ? total : undefined;
}
