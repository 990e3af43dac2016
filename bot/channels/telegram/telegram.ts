/** Telegram, where there is a bot's token: by webhook where its secret is set, else by long polling. */
import { z } from "zod";
import { address } from "../../settings.ts";
import { defineChannel } from "../define-channel.ts";
import { capabilities } from "./capabilities.ts";
import { serveTelegram } from "./serve-telegram.ts";
import { telegramApi } from "./telegram-api.ts";
import { TelegramChannel } from "./telegram-channel.ts";

export const telegram = defineChannel({
  name: "telegram",
  capabilities,
  variables: {
    TELEGRAM_BOT_TOKEN: z
      .string()
      .regex(/^\d+:[\w-]{30,}$/, "is no bot token of @BotFather's")
      .optional(),
    TELEGRAM_WEBHOOK_SECRET: z
      .string()
      .regex(/^[\w-]{16,256}$/, "takes 16 to 256 of the characters A-Z a-z 0-9 _ -")
      .optional(),
    TELEGRAM_API_ROOT: address.optional(),
  },
  check({ TELEGRAM_WEBHOOK_SECRET: secret, TELEGRAM_BOT_TOKEN: token }, { PUBLIC_URL: publicUrl }, refuse) {
    if (!secret) return;
    if (!publicUrl)
      refuse("PUBLIC_URL", "is needed with TELEGRAM_WEBHOOK_SECRET: Telegram must know where to deliver");
    if (!token) refuse("TELEGRAM_BOT_TOKEN", "is needed with TELEGRAM_WEBHOOK_SECRET");
  },
  connect(
    { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret, TELEGRAM_API_ROOT: apiRoot },
    { PUBLIC_URL: publicUrl },
  ) {
    if (token === undefined) return undefined;
    const bot = { token, ...(apiRoot !== undefined && { apiRoot }) };
    const webhook = secret !== undefined && publicUrl !== undefined ? { secret, publicUrl } : undefined;
    return {
      open: ({ log, delivers }) =>
        new TelegramChannel(telegramApi({ ...bot, waitOutFloods: delivers === "replies" }), log),
      receive: (deps) => serveTelegram({ ...bot, ...deps, webhook }),
    };
  },
});
