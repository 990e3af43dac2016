import { type Locale, locales } from "../../domain/language/languages.ts";
import { productList } from "../../domain/product/catalogue.ts";
import type { LanguageHints } from "../locales/hints.ts";
import { hintsOf } from "../locales/messages-in.ts";
import { namesOf } from "./product-names.ts";

type Words = NonNullable<LanguageHints["words"]>;

/**
 * The language of a text: the one whose letters it has, before those that share their letters with others; of these the
 * one whose words it has most of, and without any the first. Undefined for figures, emoji and other scripts.
 */
export function detectLanguage(text: string): Locale | undefined {
  const written = locales.filter((locale) => hintsOf(locale).letters.test(text));
  const told = written.find((locale) => hintsOf(locale).words === undefined);
  if (told !== undefined) return told;
  const words = wordsOf(text.toLowerCase());
  const sureIn = (locale: Locale): number => count(words, hintsOf(locale).words?.sure);
  return written.toSorted((a, b) => sureIn(b) - sureIn(a))[0];
}

const smallWords =
  "微信|\\p{Script=Han}{2}银行|\\b(?:we ?\\d+|wechat|weixin|huaqian|apr|lpr|app|pos|sms|id|vip|ok|okay|hi|hello|hey|bye|thanks|yes|no)\\b";
/** Names, abbreviations and small words that are typed in any language. */
const ofAny = new RegExp(`${namesOf(productList(), "aliases", "platform")}|${smallWords}`, "giu");

const wordsOf = (plain: string): string[] => plain.match(/\p{Script=Latin}[\p{Script=Latin}']*/gu) ?? [];
const count = (words: readonly string[], like: RegExp | undefined): number =>
  like === undefined ? 0 : words.filter((word) => like.test(word)).length;

function isSentenceOf({ sure, likely }: Words, words: readonly string[]): boolean {
  const own = count(words, sure);
  return words.length >= 3 && own > 0 && own + count(words, likely) >= 2;
}

/** Another language, where a message is plainly in it: a mixed or a short one, a name, a figure say nothing. */
export function changedLanguage(text: string, locale: Locale): Locale | undefined {
  const plain = text.normalize("NFKC").toLowerCase().replace(/’/g, "'").replace(ofAny, " ");
  if (/\p{Script=Hiragana}|\p{Script=Katakana}/u.test(plain)) return undefined;
  return locales.filter((one) => one !== locale).find((one) => isPlainly(one, plain));
}

/** Letters of its own outweigh some words in others; words of its own count where nothing is in other letters. */
function isPlainly(locale: Locale, plain: string): boolean {
  const { letters, words: own } = hintsOf(locale);
  const words = wordsOf(plain);
  if (own) return isSentenceOf(own, words) && !locales.some((one) => hasLettersOfItsOwn(one, plain));
  return (plain.match(new RegExp(letters.source, `${letters.flags}g`)) ?? []).length >= 3 + 2 * words.length;
}

function hasLettersOfItsOwn(locale: Locale, plain: string): boolean {
  const { letters, words } = hintsOf(locale);
  return words === undefined && letters.test(plain);
}
