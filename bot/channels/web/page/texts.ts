/** The page's own words, in the language of the conversation. */

import { system as englishSystem } from "../../../locales/en/system.ts";
import { webPage as english } from "../../../locales/en/web-page.ts";
import { system as chineseSystem } from "../../../locales/zh-CN/system.ts";
import { webPage as chinese } from "../../../locales/zh-CN/web-page.ts";
import type { ChatCommandName, Locale } from "../../../messages.ts";

export type PageTexts = typeof chinese & { commands: Record<ChatCommandName, string> };

export function textsIn(locale: Locale): PageTexts {
  return locale === "en"
    ? { ...english, commands: englishSystem.commands }
    : { ...chinese, commands: chineseSystem.commands };
}

/** Before the conversation has a language, the browser's. */
export function preferredLocale(languages: readonly string[]): Locale {
  const known = languages.find((language) => /^(zh|en)\b/i.test(language));
  return known === undefined || /^zh/i.test(known) ? "zh-CN" : "en";
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
