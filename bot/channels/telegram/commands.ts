/** The commands a person may send, and the menu in which the messenger offers them. */
import type { Api } from "grammy";
import type { BotCommand } from "grammy/types";
import { messagesIn } from "../../locales/messages-in.ts";
import type { Log } from "../../log/log.ts";
import type { ChatCommandName, Locale } from "../../messages.ts";
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

const descriptionsIn = (locale: Locale): Record<ChatCommandName, string> =>
  messagesIn(locale).system.commands;

export const isCommandName = (name: string): name is ChatCommandName =>
  Object.hasOwn(descriptionsIn("en"), name);

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
    await api.setMyCommands(menuIn("en"));
    await api.setMyCommands(menuIn("zh-CN"), { language_code: "zh" });
    await api.setChatMenuButton({ menu_button: { type: "commands" } });
    await api.setMyDescription(messagesIn("en").system.description({ sandbox }));
    const inChinese = messagesIn("zh-CN").system.description({ sandbox });
    await api.setMyDescription(inChinese, { language_code: "zh" });
  } catch (error) {
    const failure = sortTelegramFailure(error);
    if (failure.kind !== "refused") throw error;
    log.warn({ failure }, "Telegram did not take the command menu or the description");
  }
}
