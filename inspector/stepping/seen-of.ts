import { defaultLocale, isLocale, type Locale } from "../../domain/language/languages.ts";
import type { World } from "./world.ts";

/** What the borrower sees of a reply: in the language of the conversation, before there is one in the first. */
export function seenOf<Shown>(
  reply: Partial<Record<Locale, Shown>> | undefined,
  { locale }: World["context"],
): Shown | undefined {
  return reply?.[isLocale(locale) ? locale : defaultLocale];
}
