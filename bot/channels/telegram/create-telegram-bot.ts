import { sequentialize } from "@grammyjs/runner";
import { Bot } from "grammy";
import { Albums } from "./albums.ts";
import { handleUpdate, type UpdateHandling } from "./handle-update.ts";
import { OutageNotices } from "./outage-notices.ts";
import { retryShortFloods, type TelegramApiOptions } from "./telegram-api.ts";

export type TelegramBotOptions = TelegramApiOptions & Omit<UpdateHandling, "outages" | "albums">;

/** Longer than the longest `getUpdates`. */
const callTimeoutSeconds = 45;

/** The grammY bot: one update after the other within a chat, chats side by side. It is not started. */
export function createTelegramBot({ token, apiRoot, ...handling }: TelegramBotOptions): Bot {
  const bot = new Bot(token, {
    client: { timeoutSeconds: callTimeoutSeconds, ...(apiRoot ? { apiRoot } : {}) },
  });
  bot.api.config.use(retryShortFloods);
  const outages = new OutageNotices();
  bot.use(sequentialize((ctx) => ctx.chatId?.toString()));
  const albums = new Albums();
  bot.use((ctx) => handleUpdate({ ...handling, outages, albums }, ctx));
  return bot;
}
