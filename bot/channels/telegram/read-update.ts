/** An update of the Bot API, turned into what the assistant understands, or into why not. */
import type { CallbackQuery, Message, Update, User } from "grammy/types";
import type { WordlessKind } from "../../../machines/message-kinds.ts";
import type { ChatCommandName, Inbound } from "../../messages.ts";
import { isChatCommandName } from "./commands.ts";

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
  if (!message?.chat || data === undefined)
    return { kind: "ignored", reason: "a press without message or data" };
  if (!areIds(message.message_id, message.chat.id, press.from?.id)) return unidentified;
  if (message.chat.type !== "private") return { kind: "group" };
  const base = baseOf(message, press.from, `c${press.id}`);
  const menuRef = String(message.message_id);
  return { kind: "inbound", inbound: { ...base, kind: "button", buttonId: data, menuRef } };
}

function readEdit(message: Message): ReadUpdate {
  if (message.chat?.type !== "private") return { kind: "ignored", reason: "an edited message in a group" };
  if (writtenIn(message) === undefined) return { kind: "ignored", reason: "an edited message without text" };
  return { kind: "edited" };
}

function readMessage(message: Message): ReadUpdate {
  // The types promise a chat and content; an update need not.
  if (!message.chat) return { kind: "ignored", reason: "a message without a chat" };
  if (message.chat.type !== "private") return { kind: "group" };
  if (!message.from || message.from.is_bot) return { kind: "ignored", reason: "not written by a person" };
  if (!areIds(message.message_id, message.chat.id, message.from.id)) return unidentified;
  const content = contentOf(message);
  if (!content) return { kind: "ignored", reason: `a service message: ${reportedBy(message)}` };
  const base = baseOf(message, message.from, messageIdOf(message));
  return { kind: "inbound", inbound: { ...base, ...content } };
}

/** Told apart from no other: it would be taken for a repeat of another, or answered to nobody. */
const unidentified: ReadUpdate = { kind: "ignored", reason: "without the ids of message, chat and sender" };
const areIds = (...ids: unknown[]): boolean => ids.every(Number.isSafeInteger);

/** The pictures of an album come as messages of their own; they are one, so what comes after the first is a repeat. */
const messageIdOf = ({ media_group_id: album, message_id: id }: Message): string =>
  album === undefined ? `m${id}` : `g${album}`;

function baseOf(message: Pick<Message, "chat"> & Partial<Message>, from: User, messageId: string) {
  const thread = message.is_topic_message ? message.message_thread_id : undefined;
  return {
    channel: "telegram",
    chatId: String(message.chat.id),
    senderId: String(from.id),
    messageId,
    ...(thread !== undefined && { thread: String(thread) }),
    ...(from.language_code !== undefined && { languageHint: from.language_code }),
  } as const;
}

type Content =
  | { kind: "text"; text: string }
  | { kind: "command"; name: ChatCommandName; argument?: string }
  | { kind: "unreadable"; of: WordlessKind };

/** What a person may send, with what it counts as where it has no words; anything else Telegram itself reports. */
const sentKinds: readonly (readonly [keyof Message, WordlessKind])[] = [
  ["voice", "voice"],
  ["audio", "voice"],
  ["video_note", "video"],
  ["video", "video"],
  ["story", "video"],
  ["sticker", "sticker"],
  // Before the document as which it is sent besides.
  ["animation", "sticker"],
  ["dice", "sticker"],
  ["photo", "picture"],
  ["paid_media", "picture"],
  ["document", "file"],
  ["location", "other"],
  ["venue", "other"],
  ["contact", "other"],
  ["poll", "other"],
  ["checklist", "other"],
  ["game", "other"],
  ["invoice", "other"],
];

function contentOf(message: Message): Content | undefined {
  const text = writtenIn(message);
  const sent = sentKinds.find(([kind]) => kind in message)?.[1];
  if (text === undefined && sent === undefined) return undefined;
  if (isAnothers(message)) return { kind: "unreadable", of: "forwarded" };
  return text === undefined ? { kind: "unreadable", of: sent ?? "other" } : wordsOf(text);
}

/** Where a message came from and stands, whatever it is. */
const envelope: ReadonlySet<string> = new Set(["message_id", "message_thread_id", "from", "chat", "date"]);

const reportedBy = (message: Message): string =>
  Object.keys(message).find((key) => !envelope.has(key)) ?? "nothing";

/** What says that a person, a bot or a channel wrote it that is not the one who sends it: it binds nobody. */
const marksOfAnother = [
  "forward_origin",
  // In its place from a Bot API server of before 2024, which TELEGRAM_API_ROOT may name.
  "forward_date",
  "is_automatic_forward",
  "via_bot",
  "sender_business_bot",
  "sender_chat",
];

const isAnothers = (message: Message): boolean => marksOfAnother.some((mark) => mark in message);

/** The words of a message, or those below its picture. */
const writtenIn = ({ text, caption }: Message): string | undefined =>
  [text, caption].find((words) => typeof words === "string" && words !== "");

function wordsOf(text: string): Content {
  const [, name = "", rest = ""] = commandPattern.exec(text) ?? [];
  if (!isChatCommandName(name)) return { kind: "text", text };
  const argument = rest.trim();
  return argument === "" ? { kind: "command", name } : { kind: "command", name, argument };
}

/** "/start@some_bot payload": the name, and what follows it. */
const commandPattern = /^\/([a-z]+)(?:@\w+)?(?=\s|$)(.*)$/s;
