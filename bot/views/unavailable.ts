import { messagesIn } from "../locales/messages-in.ts";
import type { Locale } from "../messages.ts";

/** Why a message has to wait: the database is out of reach, or only a newer release can open the conversation. */
export type WhyUnavailable = "unreachable" | "newer-release";

export const unavailableIn = (locale: Locale, why: WhyUnavailable): string =>
  messagesIn(locale).system.unavailable[why];

/** The one honest sentence when nothing can be stored, in both languages: there is no snapshot to know one from. */
export const unavailable = (why: WhyUnavailable = "unreachable"): string =>
  `${unavailableIn("zh-CN", why)}\n\n${unavailableIn("en", why)}`;
