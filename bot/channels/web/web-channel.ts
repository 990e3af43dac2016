/** The web as a channel: the stored reply is itself what the page reads, so delivering it is a wake-up. */
import type { Sql } from "postgres";
import type { Channel, ChannelCapabilities, Delivery, DeliveryResult } from "../channel.ts";
import { notifyChat } from "./wake-ups.ts";

export const capabilities = {
  ...{ delivery: "pulled", writesFirst: "anyone", edits: false, formatting: "plain" },
  textLength: Number.POSITIVE_INFINITY,
  media: ["picture", "file"],
} as const satisfies ChannelCapabilities;

const retrySeconds = 5;

export class WebChannel implements Channel {
  readonly name = "web";
  readonly capabilities = capabilities;
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async deliver({ address }: Delivery): Promise<DeliveryResult> {
    try {
      await notifyChat(this.#sql, address.chatId);
      return { outcome: "sent" };
    } catch {
      return {
        outcome: "later",
        afterSeconds: retrySeconds,
        reason: "the database did not take the notification",
      };
    }
  }
}
