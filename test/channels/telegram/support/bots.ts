/** A bot of ours on the stand-in, in both ways of running one, and everything about it that a test looks at. */
import { Hono } from "hono";
import { telegramApi } from "../../../../bot/channels/telegram/telegram-api.ts";
import { TelegramChannel } from "../../../../bot/channels/telegram/telegram-channel.ts";
import { startTelegramPolling } from "../../../../bot/channels/telegram/telegram-polling.ts";
import { telegramWebhook } from "../../../../bot/channels/telegram/telegram-webhook.ts";
import type { Log } from "../../../../bot/log/log.ts";
import { type BotApi, startBotApi } from "../../../support/bot-api/bot-api.ts";
import { listen } from "../../../support/bot-api/listen.ts";
import { ManualDelay } from "../../../support/bot-api/manual-delay.ts";
import { EchoAssistant, type echo } from "./echo-assistant.ts";
import { keepLog } from "./log-lines.ts";

export type Reply = typeof echo;

/** A bot that polls, begun but perhaps not ready; `stop` stops it alone, so that another may follow. */
export function beginPolling(botApi: BotApi, reply?: Reply) {
  const server = { token: botApi.token, apiRoot: botApi.apiRoot };
  const assistant = new EchoAssistant(new TelegramChannel(telegramApi(server)), reply);
  const log = keepLog();
  const time = new ManualDelay();
  const polling = startTelegramPolling({ ...server, assistant, log, sandbox: false, delay: time.delay });
  return { assistant, log, time, polling, stop: () => polling.stop() };
}

export async function pollingBot(botApi: BotApi, reply?: Reply) {
  const bot = beginPolling(botApi, reply);
  await bot.polling.ready;
  return bot;
}

export const secret = "not-to-be-guessed_0";

/** A webhook bot on a server of its own, with the stand-in it is registered at. */
export async function webhookBot(reply?: Reply, log: Log = keepLog()) {
  const time = new ManualDelay();
  const botApi = await startBotApi({ retryDelay: time.delay });
  const server = { token: botApi.token, apiRoot: botApi.apiRoot };
  const assistant = new EchoAssistant(new TelegramChannel(telegramApi(server)), reply);
  const app = new Hono();
  const web = await listen(app);
  const webhook = telegramWebhook({
    ...server,
    assistant,
    log,
    sandbox: false,
    publicUrl: web.origin,
    secret,
    delay: time.delay,
  });
  app.post(webhook.path, webhook.handler);
  const url = web.origin + webhook.path;
  const close = async (): Promise<void> => {
    await web.close();
    await botApi.close();
  };
  return { botApi, assistant, time, webhook, url, close };
}
