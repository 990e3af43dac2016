import type { Locale } from "../messages.ts";

/** "zh-CN" for any Chinese character, "en" for English words; absent for figures, emoji and other scripts. */
export function detectLanguage(text: string): Locale | undefined {
  if (/\p{Script=Han}/u.test(text)) return "zh-CN";
  return /[a-z]{2,}/i.test(text) ? "en" : undefined;
}
