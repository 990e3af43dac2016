/** What is decided of a message that our own code fails on: nothing is done, the borrower is told, the place stays. */

import { defaultLocale, houseLocales } from "../../domain/language/languages.ts";
import { messagesIn } from "../locales/messages-in.ts";
import type { Outbound } from "../messages.ts";
import { paragraphs } from "../views/stage-view.ts";
import type { Conversation } from "./conversation.ts";
import type { Decision } from "./decide.ts";

/** The buttons shown before stay with it, and stay live, unless finding them fails as well. */
export function apologise(conversation: Conversation, shown: () => Outbound["buttons"]): Decision {
  const { state, seq } = conversation;
  const { locale } = state.context;
  const failed = (locale ? [locale] : houseLocales).map((one) => messagesIn(one).system.failed);
  const reply: Outbound = {
    text: paragraphs(...failed),
    buttons: orNone(shown),
    stage: typeof state.value === "string" ? state.value : (Object.keys(state.value)[0] ?? ""),
    locale: locale ?? defaultLocale,
    menu: false,
  };
  return { next: { ...conversation, seq: seq + 1 }, effects: [], reply };
}

function orNone(shown: () => Outbound["buttons"]): Outbound["buttons"] {
  try {
    return shown();
  } catch {
    return [];
  }
}
