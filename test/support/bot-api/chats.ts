/** The chats of the stand-in: who is in them, what stands there, and what the bot may still do. */
import { EventEmitter } from "node:events";
import type { Chat, Message, MessageEntity, User } from "@grammyjs/types";
import { badRequest, forbidden } from "./failures.ts";
import type { SentPhoto } from "./files.ts";
import type { InlineKeyboard, SentFile } from "./parameters.ts";
import { parseHtml } from "./parse-html.ts";

export interface Person {
  id: number;
  firstName: string;
  languageCode?: string;
}

/** A message of the bot, as it stood in the chat at one time. */
export interface ShownMessage {
  id: number;
  chatId: number;
  text: string;
  /** The parts set in a fixed-width font. */
  fixedWidth: string[];
  entities: MessageEntity[];
  keyboard: InlineKeyboard;
  edited: boolean;
  /** The topic of the chat in which it stands. */
  topic?: number;
  /** What was sent with it: the text is then the caption. */
  photo?: SentPhoto;
  document?: SentFile;
}

export interface ChatRecord {
  chat: Chat.PrivateChat | Chat.GroupChat;
  /** False until the person has written: a bot cannot write first. */
  started: boolean;
  refusal?: "bot was blocked by the user" | "user is deactivated" | "bot is not a member of the group chat";
  /** The bot's messages that stand there now, by id. */
  messages: Map<number, ShownMessage>;
  /** Every state in which a message of the bot was seen, in order. */
  shown: ShownMessage[];
  /** Messages that can no longer be edited. */
  frozen: Set<number>;
  /** The topics that a person has opened in it. */
  topics: Set<number>;
}

const longestMessage = 4096;
const epoch = 1_767_225_600;

interface Formatting {
  message_thread_id?: number | undefined;
  parse_mode?: "HTML" | undefined;
  reply_markup?: { inline_keyboard: InlineKeyboard } | undefined;
}
export interface Wording extends Formatting {
  text: string;
}
interface Captioned extends Formatting {
  caption?: string | undefined;
  photo?: SentPhoto;
  document?: SentFile;
}

export class Chats {
  /** Emits "shown" and a chat's id when a message of the bot has appeared or changed there. */
  readonly events = new EventEmitter();
  readonly bot: User;
  readonly #records = new Map<number, ChatRecord>();
  #lastMessageId = 0;

  constructor(bot: User) {
    this.bot = bot;
    this.events.setMaxListeners(0);
  }

  open(chat: ChatRecord["chat"], started: boolean): ChatRecord {
    const record = {
      chat,
      started,
      messages: new Map(),
      shown: [],
      frozen: new Set<number>(),
      topics: new Set<number>(),
    };
    this.#records.set(chat.id, record);
    return record;
  }

  newMessageId(): number {
    this.#lastMessageId += 1;
    return this.#lastMessageId;
  }

  /** Refuses where the bot may not write. */
  writable(id: number): ChatRecord {
    const record = this.#records.get(id);
    if (!record) throw badRequest("chat not found");
    if (record.refusal) throw forbidden(record.refusal);
    if (!record.started) throw forbidden("bot can't initiate conversation with a user");
    return record;
  }

  send(id: number, wording: Wording | Captioned): ShownMessage {
    const record = this.writable(id);
    const topic = wording.message_thread_id;
    if (topic !== undefined && !record.topics.has(topic)) throw badRequest("message thread not found");
    const content = "text" in wording ? compose(wording) : composeCaption(wording);
    const place = { chatId: id, ...(topic !== undefined && { topic }) };
    return this.#show(record, { ...content, ...place, id: this.newMessageId(), edited: false });
  }

  edit(id: number, messageId: number, change: (before: ShownMessage) => Partial<ShownMessage>): ShownMessage {
    const record = this.writable(id);
    const before = record.messages.get(messageId);
    if (!before) throw badRequest("message to edit not found");
    if (record.frozen.has(messageId)) throw badRequest("message can't be edited");
    const changes = change(before);
    if (changes.text !== undefined && (before.photo || before.document))
      throw badRequest("there is no text in the message to edit");
    const after = { ...before, ...changes };
    if (contentOf(before) === contentOf(after)) throw badRequest(notModified);
    return this.#show(record, { ...after, edited: true });
  }

  remove(id: number, messageId: number): void {
    if (!this.writable(id).messages.delete(messageId)) throw badRequest("message to delete not found");
  }

  toMessage(shown: ShownMessage): Message.TextMessage {
    return { ...this.#base(shown), text: shown.text, entities: shown.entities };
  }

  toPhotoMessage(shown: ShownMessage): Message.PhotoMessage {
    const { width = 0, height = 0, bytes } = shown.photo ?? {};
    const photo = { ...fileIdOf(shown), width, height, file_size: bytes?.length ?? 0 };
    return { ...this.#base(shown), caption: shown.text, caption_entities: shown.entities, photo: [photo] };
  }

  toDocumentMessage(shown: ShownMessage): Message.DocumentMessage {
    const document = { ...fileIdOf(shown), file_name: shown.document?.name ?? "" };
    return { ...this.#base(shown), caption: shown.text, caption_entities: shown.entities, document };
  }

  #base(shown: ShownMessage) {
    const chat = this.#records.get(shown.chatId)?.chat;
    if (!chat) throw new Error("A message without a chat");
    const inline_keyboard = shown.keyboard.map((row) =>
      row.map(({ text, callback_data = "" }) => ({ text, callback_data })),
    );
    return {
      message_id: shown.id,
      from: this.bot,
      chat,
      date: epoch + shown.id,
      ...(inline_keyboard.length > 0 ? { reply_markup: { inline_keyboard } } : {}),
    };
  }

  #show(record: ChatRecord, message: ShownMessage): ShownMessage {
    record.messages.set(message.id, message);
    record.shown.push(message);
    this.events.emit("shown", message.chatId);
    return message;
  }
}

const notModified =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

const contentOf = ({ text, entities, keyboard }: ShownMessage): string =>
  JSON.stringify([text, entities, keyboard]);

/** Text and keyboard as they will stand, or Telegram's refusal. */
export function compose(
  wording: Wording,
): Pick<ShownMessage, "text" | "entities" | "keyboard" | "fixedWidth"> {
  const formatted = wording.parse_mode === "HTML" ? parseHtml(wording.text) : plain(wording.text);
  const { text, entities } = formatted;
  if (text === "") throw badRequest("message text is empty");
  if (text.length > longestMessage) throw badRequest("message is too long");
  const fixedWidth = entities
    .filter(({ type }) => type === "pre")
    .map(({ offset, length }) => text.slice(offset, offset + length));
  return { text, entities, fixedWidth, keyboard: checkKeyboard(wording.reply_markup?.inline_keyboard ?? []) };
}

const longestCaption = 1024;

/** A caption may be empty. */
function composeCaption({ caption = "", photo, document, ...formatting }: Captioned) {
  const composed = compose({ ...formatting, text: caption === "" ? "-" : caption });
  if (composed.text.length > longestCaption) throw badRequest("message caption is too long");
  const text = caption === "" ? "" : composed.text;
  return { ...composed, text, ...(photo && { photo }), ...(document && { document }) };
}

const fileIdOf = ({ id }: ShownMessage) => ({ file_id: `file-${id}`, file_unique_id: `f${id}` });

const plain = (text: string) => ({ text: text.trim(), entities: [] as MessageEntity[] });

/** Telegram's limits: 64 bytes a button, 8 buttons a row, 100 a message. */
export function checkKeyboard(rows: InlineKeyboard): InlineKeyboard {
  for (const { text, callback_data: data } of rows.flat()) {
    if (text === "") throw badRequest('can\'t parse inline keyboard button: Field "text" must be non-empty');
    if (data === undefined) {
      throw badRequest(
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
      );
    }
    const bytes = Buffer.byteLength(data);
    if (bytes < 1 || bytes > 64) throw badRequest("BUTTON_DATA_INVALID");
  }
  if (rows.some((row) => row.length > 8) || rows.flat().length > 100)
    throw badRequest("reply markup is too long");
  return rows;
}
