import { type HouseLocale, type Locale, strangersLocale } from "./languages.ts";

/** A name as its data file gives it: in every language of the house, and in others where the file has it. */
export type LocalName = Readonly<Record<HouseLocale, string> & Partial<Record<Locale, string>>>;

/** The name in a language, or in that of strangers where the data has no other; undefined where nothing is named. */
export function nameIn(name: LocalName, locale: Locale): string;
export function nameIn(name: LocalName | undefined, locale: Locale): string | undefined;
export function nameIn(
  name: Partial<Record<Locale, string>> | undefined,
  locale: Locale,
): string | undefined {
  return name?.[locale] ?? name?.[strangersLocale];
}
