/** The commands a person may send, and the menu in which the messenger offers them. */
import type { Api } from "grammy";
import type { BotCommand, LanguageCode } from "grammy/types";
import { type Locale, locales, primarySubtag, strangersLocale } from "../../../domain/language/languages.ts";
import { messagesIn } from "../../locales/messages-in.ts";
import type { Log } from "../../log/log.ts";
import { type ChatCommandName, chatCommandNames } from "../../messages.ts";
import { sortTelegramFailure } from "./telegram-failure.ts";

const offered = [
  "start",
  "borrow",
  "repay",
  "where",
  "back",
  "cancel",
  "mydata",
  "human",
  "language",
  "help",
] as const satisfies ChatCommandName[];

/** First what everybody is told, then what is told in the language of the device: Telegram knows those of two letters. */
const told: readonly Locale[] = [
  strangersLocale,
  ...locales.filter((locale) => locale !== strangersLocale && primarySubtag(locale).length === 2),
];
/** To whom it is shown: whose device is set to the language, or everybody else. */
const setTo = (locale: Locale) =>
  locale === strangersLocale ? undefined : { language_code: primarySubtag(locale) as LanguageCode };

const descriptionsIn = (locale: Locale): Record<ChatCommandName, string> =>
  messagesIn(locale).system.commands;

export const isChatCommandName = (name: string): name is ChatCommandName =>
  chatCommandNames.some((known) => known === name);

export interface CommandMenu {
  api: Api;
  /** Where people are pretended, the menu also offers to change them. */
  sandbox: boolean;
  log: Log;
}

/** The menu, and what an empty chat tells. The bot works without either: where Telegram refuses, that is only logged. */
export async function offerCommands({ api, sandbox, log }: CommandMenu): Promise<void> {
  const names: ChatCommandName[] = sandbox ? [...offered, "persona"] : [...offered];
  const menuIn = (locale: Locale): BotCommand[] =>
    names.map((command) => ({ command, description: descriptionsIn(locale)[command] }));
  try {
    for (const locale of told) await api.setMyCommands(menuIn(locale), setTo(locale));
    await api.setChatMenuButton({ menu_button: { type: "commands" } });
    for (const locale of told)
      await api.setMyDescription(messagesIn(locale).system.description({ sandbox }), setTo(locale));
  } catch (error) {
    const failure = sortTelegramFailure(error);
    if (failure.kind !== "refused") throw error;
    log.warn({ failure }, "Telegram did not take the command menu or the description");
  }
}
