import { houseLocales, type Locale } from "../../domain/language/languages.ts";
import { messagesIn } from "../locales/messages-in.ts";

/** Told to a stranger who presses somebody else's button; in every language of the house when theirs is unknown. */
export const foreignPress = (locale?: Locale): string =>
  (locale ? [locale] : houseLocales).map((one) => messagesIn(one).system.foreignPress).join("\n");
