/**
 * The languages Jiedao speaks, each declared here and nowhere else: its texts, its formats and how it is recognised are
 * in the folder bot/locales/<code>/ (docs/recipes.md tells how to add one).
 */
interface Language {
  /** BCP 47. Stored with a conversation; the `lang` of what is shown, the locale of `Intl`, the name of its folder. */
  code: string;
  /** As its speakers call it: its button, and the words that ask for it. */
  name: string;
  /**
   * Everything is kept in it: data files name things in it, and who has no language yet is addressed in all of these,
   * in this order.
   */
  house?: true;
  /** Spoken to those whose own language is not here. */
  forStrangers?: true;
}

export const languages = [
  { code: "zh-CN", name: "中文", house: true },
  { code: "en", name: "English", house: true, forStrangers: true },
] as const satisfies readonly [Language, ...Language[]];

type Declared = (typeof languages)[number];

/** A language by its code. */
export type Locale = Declared["code"];
export type HouseLocale = Extract<Declared, { house: true }>["code"];

const all: readonly (Language & { code: Locale })[] = languages;
const codes = (which: (language: Language) => boolean): readonly Locale[] =>
  all.filter(which).map(({ code }) => code);

export const locales = codes(() => true) as readonly [Locale, ...Locale[]];
/** In which somebody is addressed whose language is not known. */
export const houseLocales = codes(({ house }) => house === true);
/** Of those who never said anything and whose messenger tells nothing. */
export const defaultLocale: Locale = languages[0].code;
export const strangersLocale: Locale = codes(({ forStrangers }) => forStrangers === true)[0] ?? defaultLocale;

/** "zh" of "zh-Hant-TW": what messengers and browsers call a language by. */
export const primarySubtag = (tag: string): string => tag.toLowerCase().split(/[-_]/, 1)[0] ?? "";

export const isLocale = (code: unknown): code is Locale => locales.some((one) => one === code);

/** The language that goes by a tag ("zh", "en-GB"); undefined where it is not spoken. */
export const spokenLocale = (tag: string): Locale | undefined =>
  locales.find((code) => primarySubtag(code) === primarySubtag(tag));

/** What somebody is spoken to in whose device is set to `tag`. */
export const hintedLocale = (tag: string): Locale => spokenLocale(tag) ?? strangersLocale;

/** The next of the list, and after the last the first: what a switch offers. */
export function nextLanguage(locale: Locale): { code: Locale; name: string } {
  const at = locales.indexOf(locale);
  return all[(at + 1) % all.length] ?? languages[0];
}
