import { type Locale, locales } from "../../domain/language/languages.ts";
import { hintsOf } from "../locales/messages-in.ts";
import { type Hints, languageAmong, otherLanguageAmong } from "./recognise-language.ts";

const hints: Hints<Locale> = new Map(locales.map((locale) => [locale, hintsOf(locale)]));

/** The language of a text; undefined for figures, emoji and scripts of languages that are not spoken here. */
export const detectLanguage = (text: string): Locale | undefined => languageAmong(hints, text);

/** Another language, where a message is plainly in it: a mixed or a short one, a name, a figure say nothing. */
export const changedLanguage = (text: string, locale: Locale): Locale | undefined =>
  otherLanguageAmong(hints, text, locale);
