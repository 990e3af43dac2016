import type { Locale } from "../messages.ts";
import { en } from "./en/index.ts";
import { type Messages, zhCN } from "./zh-CN/index.ts";

const messages: Record<Locale, Messages> = { "zh-CN": zhCN, en };

export type { Messages } from "./zh-CN/index.ts";

/** Every text of one language. */
export const messagesIn = (locale: Locale): Messages => messages[locale];
