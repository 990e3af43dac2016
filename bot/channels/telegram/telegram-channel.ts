/** Telegram as a channel: shows one reply, in place of an earlier menu where that is asked for. */
import { type Api, InputFile } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Log } from "../../log/log.ts";
import { renderMedium } from "../../media/render-medium.ts";
import type { Button, Medium, Outbound } from "../../messages.ts";
import type { Channel, Delivery, DeliveryResult } from "../channel.ts";
import { capabilities } from "./capabilities.ts";
import { renderParts } from "./render-parts.ts";
import { sortTelegramFailure } from "./telegram-failure.ts";

interface Reply {
  chatId: number;
  /** The topic of the chat that it belongs to. */
  thread: number | undefined;
  /** HTML. */
  text: string;
  /** Sent as well: the text is then its caption. */
  file?: { kind: Medium["kind"]; content: InputFile };
  keyboard: InlineKeyboardMarkup;
}

const parse_mode = "HTML";
const shape = { parse_mode, link_preview_options: { is_disabled: true } } as const;

export class TelegramChannel implements Channel {
  readonly name = "telegram";
  readonly capabilities = capabilities;
  readonly #api: Api;
  readonly #log: Log | undefined;

  constructor(api: Api, log?: Log) {
    this.#api = api;
    this.#log = log;
  }

  /**
   * `ref` is the id of the message that carries the buttons. A reply too long for one message is sent as
   * several; when a later one of them has to wait, the reply comes again as a whole.
   * Throws where Telegram refuses what we sent: a bug, told without the text.
   */
  async deliver({ address, outbound, replaces }: Delivery): Promise<DeliveryResult> {
    const replies = await this.#repliesOf(Number(address.chatId), outbound);
    const last = replies.pop();
    if (!last) throw new Error("a reply that says nothing");
    try {
      for (const reply of replies) await this.#sendInTopic(reply);
      const menu = replies.length === 0 && !last.file ? replaces : undefined;
      return { outcome: "sent", ref: (await this.#edit(last, menu)) ?? (await this.#sendInTopic(last)) };
    } catch (error) {
      return resultOf(error);
    }
  }

  /** What cannot be drawn is told in words: the rest of the reply must not wait for it. */
  async #repliesOf(chatId: number, outbound: Outbound): Promise<Reply[]> {
    try {
      return await renderReplies(chatId, outbound);
    } catch (error) {
      if (!outbound.media) throw error;
      this.#log?.error({ error: error instanceof Error ? error.stack : "unknown" }, "a file was not made");
      return await renderReplies(chatId, inWords(outbound));
    }
  }

  /** A topic may have been deleted since: the reply then stands in the chat itself. */
  async #sendInTopic(reply: Reply): Promise<string> {
    try {
      return await this.#send(reply);
    } catch (error) {
      if (reply.thread === undefined || sortTelegramFailure(error).kind !== "topicless") throw error;
      return await this.#send({ ...reply, thread: undefined });
    }
  }

  async #send({ chatId, thread, text, file, keyboard }: Reply): Promise<string> {
    const place = { reply_markup: keyboard, ...(thread !== undefined && { message_thread_id: thread }) };
    const sent = file
      ? await this.#sendFile(chatId, file, { caption: text, parse_mode, ...place })
      : await this.#api.sendMessage(chatId, text, { ...shape, ...place });
    return String(sent.message_id);
  }

  #sendFile(chatId: number, { kind, content }: NonNullable<Reply["file"]>, caption: Caption) {
    return kind === "picture"
      ? this.#api.sendPhoto(chatId, content, caption)
      : this.#api.sendDocument(chatId, content, caption);
  }

  /** Undefined where there is no menu to edit, or no longer: the reply is then sent anew. */
  async #edit({ chatId, text, keyboard }: Reply, menu: string | undefined): Promise<string | undefined> {
    if (menu === undefined) return undefined;
    try {
      await this.#api.editMessageText(chatId, Number(menu), text, { ...shape, reply_markup: keyboard });
      return menu;
    } catch (error) {
      const failure = sortTelegramFailure(error);
      if (failure.kind === "unmodified") return menu;
      if (failure.kind === "uneditable") return undefined;
      throw error;
    }
  }
}

interface Caption {
  caption: string;
  parse_mode: "HTML";
  reply_markup: InlineKeyboardMarkup;
  message_thread_id?: number;
}

/** The buttons stand below the last one. */
async function renderReplies(chatId: number, outbound: Outbound): Promise<Reply[]> {
  const parts = renderParts(outbound);
  const thread = outbound.thread === undefined ? undefined : Number(outbound.thread);
  return await Promise.all(
    parts.map(async ({ html, medium }, index): Promise<Reply> => {
      const keyboard = keyboardOf(index === parts.length - 1 ? outbound.buttons : []);
      return {
        chatId,
        thread,
        text: html,
        keyboard,
        ...(medium && { file: await fileOf(medium, outbound) }),
      };
    }),
  );
}

async function fileOf(medium: Medium, { locale }: Outbound): Promise<NonNullable<Reply["file"]>> {
  const bytes = await renderMedium(medium, locale);
  return { kind: medium.kind, content: new InputFile(bytes, medium.name) };
}

/** The files in words. */
function inWords({ media = [], ...outbound }: Outbound): Outbound {
  return { ...outbound, text: [outbound.text, ...media.map(({ alt }) => alt)].join("\n\n") };
}

const keyboardOf = (rows: Button[][]): InlineKeyboardMarkup => ({
  inline_keyboard: rows.map((row) => row.map(({ label, id }) => ({ text: label, callback_data: id }))),
});

function resultOf(error: unknown): DeliveryResult {
  const failure = sortTelegramFailure(error);
  if (failure.kind === "unreachable") return { outcome: "unreachable", reason: failure.reason };
  if (failure.kind === "later") {
    const { kind: outcome, ...rest } = failure;
    return { outcome, ...rest };
  }
  if (failure.kind === "fault") throw error;
  throw new Error(`Telegram refused a reply (${"reason" in failure ? failure.reason : failure.kind})`);
}
