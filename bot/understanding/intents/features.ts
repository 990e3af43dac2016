/** Text to numbers: n-grams of the canonical sentence, the field's concepts in it, and their pairs. */
import type { ModelLanguage } from "./intents.ts";
import { lexiconEn } from "./lexicon-en.ts";
import { lexiconZh } from "./lexicon-zh.ts";
import { plainZh } from "./synonyms-zh.ts";

export interface Features {
  index: Int32Array;
  value: Float32Array;
}

export const featureBits = 16;

/** FNV-1a over UTF-16 units, folded into the model's size. */
function bucketOf(feature: string, bits: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash ^= feature.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash ^ (hash >>> bits)) & ((1 << bits) - 1);
}

const stopEn = new Set(
  "a an the of to my me i is are be been was do does did for in on at it its this that there you your we us so just and or if with as by am".split(
    " ",
  ),
);

function stem(word: string): string {
  if (word.length <= 4) return word;
  return word.replace(/(?:ations?|ings?|ies|ed|ly|ments?|s)$/, "");
}

function charGrams(text: string, least: number, most: number): string[] {
  const grams: string[] = [];
  const padded = `^${text}$`;
  for (let size = least; size <= most; size += 1)
    for (let at = 0; at + size <= padded.length; at += 1) grams.push(padded.slice(at, at + size));
  return grams;
}

function zhGrams(text: string, longest: number): string[] {
  const tight = text.replaceAll(" ", "");
  const grams = charGrams(tight, 1, longest);
  const skips: string[] = [];
  for (let at = 0; at + 3 < tight.length; at += 1)
    skips.push(`${tight.slice(at, at + 1)}_${tight.slice(at + 2, at + 4)}`);
  return [...grams, ...skips, ...charGrams(plainZh(tight), 1, longest).map((gram) => `z ${gram}`)];
}

function enGrams(text: string): string[] {
  const words = text.split(" ").filter((word) => word !== "");
  const stems = words.map(stem);
  const grams = words.map((word) => `w ${word}`);
  const bound = ["^", ...stems, "$"];
  for (let at = 0; at + 1 < bound.length; at += 1) grams.push(`b ${bound[at]} ${bound[at + 1]}`);
  for (let at = 0; at + 2 < bound.length; at += 1)
    grams.push(`t ${bound[at]} ${bound[at + 1]} ${bound[at + 2]}`);
  const content = stems.filter((word) => !stopEn.has(word));
  for (const word of content) {
    grams.push(`s ${word}`);
    if (word.length > 3) grams.push(...charGrams(word, 3, 5).map((gram) => `c ${gram}`));
  }
  for (let at = 0; at + 1 < content.length; at += 1) grams.push(`n ${content[at]} ${content[at + 1]}`);
  return grams;
}

function conceptsOf(text: string, language: ModelLanguage): string[] {
  const lexicon = language === "zh" ? lexiconZh : lexiconEn;
  const source = language === "zh" ? text.replaceAll(" ", "") : text;
  return lexicon.filter(([, words]) => words.test(source)).map(([concept]) => concept);
}

function pairs(concepts: readonly string[]): string[] {
  return concepts.flatMap((first, at) => concepts.slice(at + 1).map((second) => `p ${first} ${second}`));
}

/** Chosen by cross-validation: the concepts count, but the wording decides. */
const sizes = { concept: 0.25, pair: 0.15, length: 0.2 };

/** The features of a canonical sentence, told apart by `bits`; grams of at most `longest` characters in Chinese. */
export function featuresOf(
  text: string,
  language: ModelLanguage,
  { bits = featureBits, longest = 4 }: { bits?: number; longest?: number } = {},
): Features {
  const grams = language === "zh" ? zhGrams(text, longest) : enGrams(text);
  const concepts = conceptsOf(text, language);
  const counts = new Map<number, number>();
  const add = (feature: string, value: number): void => {
    const bucket = bucketOf(feature, bits);
    counts.set(bucket, (counts.get(bucket) ?? 0) + value);
  };
  const unit = 1 / Math.sqrt(grams.length || 1);
  for (const gram of new Set(grams)) add(gram, unit);
  for (const concept of concepts) add(`k ${concept}`, sizes.concept);
  for (const pair of pairs(concepts)) add(pair, sizes.pair);
  add(concepts.length === 0 ? "none" : "some", sizes.concept);
  add(`l ${Math.min(Math.floor(text.length / (language === "zh" ? 4 : 12)), 6)}`, sizes.length);
  return { index: Int32Array.from(counts.keys()), value: Float32Array.from(counts.values()) };
}
