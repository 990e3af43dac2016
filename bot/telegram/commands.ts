/** The commands a person may send, and the menu in which the messenger offers them. */
import type { Api } from "grammy";
import type { BotCommand } from "grammy/types";
import type { Logger } from "pino";
import type { CommandName } from "../messages.ts";
import { telegram as english } from "../views/locales/en/telegram.ts";
import { telegram as chinese } from "../views/locales/zh-CN/telegram.ts";
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
] as const satisfies CommandName[];

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(english.commands, name);

export interface CommandMenu {
  api: Api;
  /** Where people are pretended, the menu also offers to change them. */
  sandbox: boolean;
  log: Logger;
}

/** The bot works without its menu: where Telegram refuses it, that is only logged. */
export async function offerCommands({ api, sandbox, log }: CommandMenu): Promise<void> {
  const names: CommandName[] = sandbox ? [...offered, "persona"] : [...offered];
  const menu = (texts: Record<CommandName, string>): BotCommand[] =>
    names.map((command) => ({ command, description: texts[command] }));
  try {
    await api.setMyCommands(menu(english.commands));
    await api.setMyCommands(menu(chinese.commands), { language_code: "zh" });
    await api.setChatMenuButton({ menu_button: { type: "commands" } });
  } catch (error) {
    const failure = sortTelegramFailure(error);
    if (failure.kind !== "refused") throw error;
    log.warn({ failure }, "Telegram did not take the command menu");
  }
}
