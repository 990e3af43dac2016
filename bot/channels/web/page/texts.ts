/** The page's own words, in the language of the conversation. */

import { defaultLocale, type Locale, locales, spokenLocale } from "../../../../domain/language/languages.ts";
import type { Messages } from "../../../locales/messages.ts";
import type { ChatCommandName } from "../../../messages.ts";

export type PageTexts = Messages["webPage"] & { commands: Record<ChatCommandName, string> };

/** The bundler takes in every folder of bot/locales/. */
async function readTexts(locale: Locale): Promise<PageTexts> {
  const [{ webPage }, { system }]: [Pick<Messages, "webPage">, Pick<Messages, "system">] = await Promise.all([
    import(`../../../locales/${locale}/channels/web-page.ts`),
    import(`../../../locales/${locale}/system.ts`),
  ]);
  return { ...webPage, commands: system.commands };
}

const texts = new Map(
  await Promise.all(locales.map(async (locale) => [locale, await readTexts(locale)] as const)),
);

export function textsIn(locale: Locale): PageTexts {
  const found = texts.get(locale) ?? texts.get(defaultLocale);
  if (!found) throw new Error(`no texts of the page in ${locale}`);
  return found;
}

/** Before the conversation has a language, the browser's. */
export function preferredLocale(languages: readonly string[]): Locale {
  return languages.map(spokenLocale).find((known) => known !== undefined) ?? defaultLocale;
}

type Key = keyof PageTexts["labels"];

/** Fills every element that names its text in a data attribute. */
export function fillTexts(texts: PageTexts["labels"]): void {
  for (const each of document.querySelectorAll<HTMLElement>("[data-text],[data-label],[data-placeholder]")) {
    const { text, label, placeholder } = each.dataset;
    if (text) each.textContent = texts[text as Key];
    if (label) each.setAttribute("aria-label", texts[label as Key]);
    if (placeholder) each.setAttribute("placeholder", texts[placeholder as Key]);
  }
}
