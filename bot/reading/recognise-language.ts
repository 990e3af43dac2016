/** Which of some languages a text is in, told by what each says of itself. */
import { productList } from "../../domain/product/catalogue.ts";
import type { LanguageHints } from "../locales/hints.ts";
import { namesOf } from "./product-names.ts";

/** By code, in the order in which they are declared. */
export type Hints<Code extends string> = ReadonlyMap<Code, LanguageHints>;

type Words = NonNullable<LanguageHints["words"]>;

/**
 * The language of a text: the one whose letters it has, before those that share their letters with others; of these the
 * one whose words it has most of, and without any the first. Undefined for figures, emoji and other scripts.
 */
export function languageAmong<Code extends string>(hints: Hints<Code>, text: string): Code | undefined {
  const written = [...hints].filter(([, { letters }]) => letters.test(text));
  const told = written.find(([, { words }]) => words === undefined);
  if (told !== undefined) return told[0];
  const words = wordsOf(text.toLowerCase());
  const sure = written.map(([code, one]) => ({ code, own: count(words, one.words?.sure) }));
  return sure.toSorted((a, b) => b.own - a.own)[0]?.code;
}

const smallWords =
  "微信|\\p{Script=Han}{2}银行|\\b(?:we ?\\d+|wechat|weixin|huaqian|apr|lpr|app|pos|sms|id|vip|ok|okay|hi|hello|hey|bye|thanks|yes|no)\\b";
/** Names, abbreviations and small words that are typed in any language. */
const ofAny = new RegExp(`${namesOf(productList(), "aliases", "platform")}|${smallWords}`, "giu");

/** Another language than `from`, where a text is plainly in it: a mixed or a short one, a name, a figure say nothing. */
export function otherLanguageAmong<Code extends string>(
  hints: Hints<Code>,
  text: string,
  from: Code,
): Code | undefined {
  const plain = text.normalize("NFKC").toLowerCase().replace(/’/g, "'").replace(ofAny, " ");
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(plain)) return undefined;
  const ownLetters = [...hints.values()].filter(({ words }) => words === undefined);
  const isElsewise = ownLetters.some(({ letters }) => letters.test(plain));
  const others = [...hints].filter(([code]) => code !== from);
  return others.find(([, one]) => !(one.words && isElsewise) && isPlainly(one, plain))?.[0];
}

/** Letters of its own outweigh some words in others; a language that shares its letters is told by its sentences. */
function isPlainly({ letters, words: own }: LanguageHints, plain: string): boolean {
  const words = wordsOf(plain);
  if (own) return isSentenceOf(own, words);
  return (plain.match(new RegExp(letters.source, `${letters.flags}g`)) ?? []).length >= 3 + 2 * words.length;
}

function isSentenceOf({ sure, likely }: Words, words: readonly string[]): boolean {
  const own = count(words, sure);
  return words.length >= 3 && own > 0 && own + count(words, likely) >= 2;
}

const wordsOf = (plain: string): string[] => plain.match(/\p{Script=Latin}[\p{Script=Latin}']*/gu) ?? [];
const count = (words: readonly string[], like: RegExp | undefined): number =>
  like === undefined ? 0 : words.filter((word) => like.test(word)).length;
