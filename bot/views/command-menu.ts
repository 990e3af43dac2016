import type { CommandName, Locale } from "../messages.ts";
import { messagesIn } from "./locales/messages-in.ts";

export interface MenuCommand {
  command: CommandName;
  description: string;
}

const order: readonly CommandName[] = [
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
];

/** The commands a messenger lists, in the order of a journey; switching personas is for a sandbox only. */
export function commandMenu({ locale, sandbox }: { locale: Locale; sandbox: boolean }): MenuCommand[] {
  const { commands } = messagesIn(locale).system;
  const names: CommandName[] = sandbox ? [...order, "persona"] : [...order];
  return names.map((command) => ({ command, description: commands[command] }));
}
