/** An update of the Bot API, turned into what the assistant understands, or into why not. */
import type { CallbackQuery, Message, Update, User } from "grammy/types";
import type { CommandName, Inbound } from "../messages.ts";
import { isCommandName } from "./commands.ts";

export type ReadUpdate =
  | { kind: "inbound"; inbound: Inbound }
  /** From a group: not a place to talk about money. */
  | { kind: "group" }
  /** The new wording of a message already acted upon. */
  | { kind: "edited" }
  | { kind: "ignored"; reason: string };

/** What is asked of Telegram: nothing else is delivered. */
export const allowedUpdates = ["message", "edited_message", "callback_query"] as const satisfies Exclude<
  keyof Update,
  "update_id"
>[];

/** An update delivered again carries the same `messageId`: it is made of Telegram's own ids. */
export function readUpdate(update: Update): ReadUpdate {
  if (update.callback_query) return readPress(update.callback_query);
  if (update.edited_message) return readEdit(update.edited_message);
  if (update.message) return readMessage(update.message);
  return { kind: "ignored", reason: "an update of a kind that was not asked for" };
}

function readPress(press: CallbackQuery): ReadUpdate {
  const { message, data } = press;
  if (!message || data === undefined) return { kind: "ignored", reason: "a press without message or data" };
  if (message.chat.type !== "private") return { kind: "group" };
  const base = baseOf(message.chat.id, press.from, `c${press.id}`);
  const menuRef = String(message.message_id);
  return { kind: "inbound", inbound: { ...base, kind: "button", buttonId: data, menuRef } };
}

function readEdit(message: Message): ReadUpdate {
  if (message.chat.type !== "private") return { kind: "ignored", reason: "an edited message in a group" };
  if (message.text === undefined) return { kind: "ignored", reason: "an edited message without text" };
  return { kind: "edited" };
}

function readMessage(message: Message): ReadUpdate {
  if (message.chat.type !== "private") return { kind: "group" };
  if (!message.from || message.from.is_bot) return { kind: "ignored", reason: "not written by a person" };
  const service = serviceKinds.find((kind) => kind in message);
  if (service !== undefined) return { kind: "ignored", reason: `a service message: ${service}` };
  const base = baseOf(message.chat.id, message.from, `m${message.message_id}`);
  return { kind: "inbound", inbound: { ...base, ...contentOf(message.text) } };
}

function baseOf(chatId: number, from: User, messageId: string) {
  const base = { channel: "telegram", chatId: String(chatId), senderId: String(from.id), messageId } as const;
  return from.language_code === undefined ? base : { ...base, languageHint: from.language_code };
}

type Content =
  | { kind: "text"; text: string }
  | { kind: "command"; name: CommandName; argument?: string }
  | { kind: "unreadable" };

function contentOf(text: string | undefined): Content {
  if (text === undefined) return { kind: "unreadable" };
  const [, name = "", rest = ""] = commandPattern.exec(text) ?? [];
  if (!isCommandName(name)) return { kind: "text", text };
  const argument = rest.trim();
  return argument === "" ? { kind: "command", name } : { kind: "command", name, argument };
}

/** "/start@some_bot payload": the name, and what follows it. */
const commandPattern = /^\/([a-z]+)(?:@\w+)?(?=\s|$)(.*)$/s;

/** Told by Telegram itself in a private chat, not said by the person. */
const serviceKinds = [
  "pinned_message",
  "message_auto_delete_timer_changed",
  "write_access_allowed",
  "chat_background_set",
  "connected_website",
] as const satisfies (keyof Message)[];
