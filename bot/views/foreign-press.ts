import { messagesIn } from "../locales/messages-in.ts";
import type { Locale } from "../messages.ts";

/** Told to a stranger who presses somebody else's button; in both languages when theirs is unknown. */
export function foreignPress(locale?: Locale): string {
  if (locale) return messagesIn(locale).system.foreignPress;
  return `${messagesIn("zh-CN").system.foreignPress}\n${messagesIn("en").system.foreignPress}`;
}
