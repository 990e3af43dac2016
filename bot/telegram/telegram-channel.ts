/** Telegram as a channel: shows one reply, in place of an earlier menu where that is asked for. */
import type { Api } from "grammy";
import type { InlineKeyboardMarkup } from "grammy/types";
import type { Channel, Delivery, DeliveryResult } from "../channel.ts";
import type { Button } from "../messages.ts";
import { renderMessages } from "./render-messages.ts";
import { sortTelegramFailure } from "./telegram-failure.ts";

interface Reply {
  chatId: number;
  /** HTML. */
  text: string;
  keyboard: InlineKeyboardMarkup;
}

const shape = { parse_mode: "HTML", link_preview_options: { is_disabled: true } } as const;

export class TelegramChannel implements Channel {
  readonly name = "telegram";
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /**
   * `ref` is the id of the message that carries the buttons. A reply too long for one message is sent as
   * several; when a later one of them has to wait, the reply comes again as a whole.
   * Throws where Telegram refuses what we sent: a bug, told without the text.
   */
  async deliver({ address, outbound, replaces }: Delivery): Promise<DeliveryResult> {
    const chatId = Number(address.chatId);
    const parts = renderMessages(outbound);
    const last = { chatId, text: parts.pop() ?? "", keyboard: keyboardOf(outbound.buttons) };
    try {
      for (const text of parts) await this.#send({ chatId, text, keyboard: keyboardOf([]) });
      const menu = parts.length === 0 ? replaces : undefined;
      return { outcome: "sent", ref: (await this.#edit(last, menu)) ?? (await this.#send(last)) };
    } catch (error) {
      return resultOf(error);
    }
  }

  async #send({ chatId, text, keyboard }: Reply): Promise<string> {
    const sent = await this.#api.sendMessage(chatId, text, { ...shape, reply_markup: keyboard });
    return String(sent.message_id);
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
