/** The other side of the stand-in: people who write, press, block, and read what the bot says. */
import { once } from "node:events";
import type { Message, Update, User } from "@grammyjs/types";
import type { ChatRecord, Person, ShownMessage } from "./chats.ts";
import type { PressAnswer } from "./presses.ts";
import type { World } from "./world.ts";

/** What people send that is no text; Telegram's objects, as small as their types allow. */
const media = {
  sticker: {
    file_id: "sticker",
    file_unique_id: "s",
    type: "regular",
    width: 512,
    height: 512,
    is_animated: false,
    is_video: false,
  },
  photo: [{ file_id: "photo", file_unique_id: "p", width: 90, height: 90 }],
  voice: { file_id: "voice", file_unique_id: "v", duration: 3 },
} satisfies Pick<Message, "sticker" | "photo" | "voice">;

/** A button's whole text, or a pattern in it. */
type Label = string | RegExp;

const buttonOf = ({ keyboard }: ShownMessage, label: Label) =>
  keyboard.flat().find(({ text }) => (typeof label === "string" ? text === label : label.test(text)));

export class ChatView {
  protected readonly world: World;
  protected readonly record: ChatRecord;
  #read = 0;

  constructor(world: World, record: ChatRecord) {
    this.world = world;
    this.record = record;
  }

  /** The bot's messages that stand in the chat now, oldest first. */
  messages(): ShownMessage[] {
    return [...this.record.messages.values()];
  }

  /** The next message, sent or edited, that was not heard before; waits for it. */
  async hears(): Promise<ShownMessage> {
    for (;;) {
      const shown = this.record.shown[this.#read];
      if (shown) {
        this.#read += 1;
        return shown;
      }
      await once(this.world.chats.events, "shown");
    }
  }

  /** Hears on until a message says this, and returns that one. */
  async hearsOf(wording: string | RegExp): Promise<ShownMessage> {
    for (;;) {
      const shown = await this.hears();
      if (typeof wording === "string" ? shown.text.includes(wording) : wording.test(shown.text)) return shown;
    }
  }

  /** Hears on until a message has a button of this label. */
  async hearsWith(label: Label): Promise<ShownMessage> {
    for (;;) {
      const shown = await this.hears();
      if (buttonOf(shown, label)) return shown;
    }
  }

  /** Messages waiting to be heard. */
  unheard(): ShownMessage[] {
    return this.record.shown.slice(this.#read);
  }
}

export class TestUser extends ChatView {
  readonly #from: User;
  #lastUpdate: Update | undefined;

  constructor(world: World, person: Person, record: ChatRecord) {
    super(world, record);
    const { id, firstName, languageCode } = person;
    this.#from = {
      id,
      is_bot: false,
      first_name: firstName,
      ...(languageCode ? { language_code: languageCode } : {}),
    };
  }

  get chatId(): number {
    return this.record.chat.id;
  }

  /** Writes, in the private chat with the bot or elsewhere; returns the message's id. */
  says(text: string, where: ChatView | undefined = this): number {
    const message = this.#message(where);
    const [command] = /^\/\w+/.exec(text) ?? [];
    const entities = command
      ? [{ type: "bot_command" as const, offset: 0, length: command.length }]
      : undefined;
    this.#push({ message: { ...message, text, ...(entities ? { entities } : {}) } });
    return message.message_id;
  }

  sends(kind: keyof typeof media): void {
    this.#push({ message: { ...this.#message(this), [kind]: media[kind] } });
  }

  /** A message of any content, as Telegram might deliver it. */
  sendsMessage(content: object): void {
    this.#push({ message: { ...this.#message(this), ...content } as Message & Update.NonChannel });
  }

  /** Writes in a topic of the private chat, opening it. */
  saysInTopic(topic: number, text: string): void {
    this.record.topics.add(topic);
    this.sendsMessage({ text, message_thread_id: topic, is_topic_message: true });
  }

  deletesTopic(topic: number): void {
    this.record.topics.delete(topic);
  }

  edits(messageId: number, text: string): void {
    const message = { ...this.#message(this), message_id: messageId, text };
    this.#push({ edited_message: { ...message, edit_date: message.date + 1 } });
  }

  /**
   * Presses the button of this label on the latest message that has one, or on the message given, be it
   * of another person's chat. Resolves with what the bot answers to the press.
   */
  presses(label: Label, on = this.#latestWith(label)): Promise<PressAnswer> {
    const button = buttonOf(on, label);
    if (button?.callback_data === undefined) throw new Error(`There is no button "${label}" to press`);
    const message = this.world.chats.toMessage(on);
    const { query, answer } = this.world.presses.open({
      from: this.#from,
      message,
      data: button.callback_data,
    });
    this.#push({ callback_query: query });
    return answer;
  }

  /** What Telegram made of the last thing this person did; undefined where the bot does not want to know. */
  get lastUpdate(): Update {
    if (!this.#lastUpdate) throw new Error("Nothing of this person was delivered to the bot");
    return this.#lastUpdate;
  }

  blocks(): void {
    this.record.refusal = "bot was blocked by the user";
  }

  unblocks(): void {
    delete this.record.refusal;
  }

  deletesTheAccount(): void {
    this.record.refusal = "user is deactivated";
  }

  /** From now on the bot may no longer edit this message. */
  freezes(messageId: number): void {
    this.record.frozen.add(messageId);
  }

  deletes(messageId: number): void {
    this.record.messages.delete(messageId);
  }

  #latestWith(label: Label): ShownMessage {
    const found = this.messages().findLast((message) => buttonOf(message, label));
    if (!found) throw new Error(`There is no message with a button "${label}"`);
    return found;
  }

  #message(where: ChatView) {
    const { record } = where as TestUser;
    record.started = true;
    const message_id = this.world.chats.newMessageId();
    return { message_id, from: this.#from, chat: record.chat, date: 1_767_225_600 + message_id };
  }

  #push(content: Omit<Update, "update_id">): void {
    this.#lastUpdate = this.world.updates.push(content);
  }
}
