import { houseLocales, type Locale } from "../../domain/language/languages.ts";
import { messagesIn } from "../locales/messages-in.ts";

/** Why a message has to wait: the database is out of reach, or only a newer release can open the conversation. */
export type WhyUnavailable = "unreachable" | "newer-release";

export const unavailableIn = (locale: Locale, why: WhyUnavailable): string =>
  messagesIn(locale).system.unavailable[why];

/** The one honest sentence when nothing can be stored, in every language of the house: no snapshot tells one. */
export const unavailable = (why: WhyUnavailable = "unreachable"): string =>
  houseLocales.map((locale) => unavailableIn(locale, why)).join("\n\n");
