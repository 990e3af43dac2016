import { type HouseLocale, type Locale, strangersLocale } from "./languages.ts";

/** What a data file gives in every language of the house, and in others where it has it. */
export type InLanguages<Given> = Readonly<Record<HouseLocale, Given> & Partial<Record<Locale, Given>>>;

/** A name as its data file gives it. */
export type LocalName = InLanguages<string>;

/** The name in a language, or in that of strangers where the data has no other; undefined where nothing is named. */
export function nameIn(name: LocalName, locale: Locale): string;
export function nameIn(name: LocalName | undefined, locale: Locale): string | undefined;
export function nameIn(
  name: Partial<Record<Locale, string>> | undefined,
  locale: Locale,
): string | undefined {
  return name?.[locale] ?? name?.[strangersLocale];
}
