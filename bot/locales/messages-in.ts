import { type Locale, locales } from "../../domain/language/languages.ts";
import type { LanguageHints } from "./hints.ts";
import type { LanguageFolder, Messages } from "./messages.ts";

/** The folder of each declared language, found by its code: a language without one stops the start. */
const folders = new Map<Locale, LanguageFolder>(
  await Promise.all(
    locales.map(async (code) => [code, await import(`./${code}/index.ts`)] as [Locale, LanguageFolder]),
  ),
);

function folderOf(locale: Locale): LanguageFolder {
  const folder = folders.get(locale);
  if (folder === undefined) throw new RangeError(`no such language: ${locale}`);
  return folder;
}

/** Every text of one language. */
export const messagesIn = (locale: Locale): Messages => folderOf(locale).messages;

/** How messages in a language are recognised. */
export const hintsOf = (locale: Locale): LanguageHints => folderOf(locale).hints;
