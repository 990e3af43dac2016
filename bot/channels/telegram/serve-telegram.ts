/** Telegram, when there is a token: by webhook where its secret is set, else by long polling. */
import type { Hono } from "hono";
import type { Assistant } from "../../assistant.ts";
import type { Config } from "../../config.ts";
import type { Log } from "../../log/log.ts";
import { startTelegramPolling } from "./telegram-polling.ts";
import { telegramWebhook } from "./telegram-webhook.ts";

export interface TelegramService {
  /** Hangs the webhook's route into the web server. */
  routes(app: Hono): void;
  /** Begins to receive; the server must be listening. */
  start(): void;
  stop(): Promise<void>;
}

export interface ServeTelegramOptions {
  config: Config;
  assistant: Assistant;
  sandbox: boolean;
  log: Log;
  /** Told when Telegram does not accept the token: there is no use in going on. */
  onRefused: (error: unknown) => void;
}

export function serveTelegram(options: ServeTelegramOptions): TelegramService | undefined {
  const { config, assistant, sandbox, log } = options;
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot, TELEGRAM_WEBHOOK_SECRET: secret } = config;
  if (token === undefined) return undefined;
  const bot = { token, assistant, sandbox, log, ...(apiRoot !== undefined && { apiRoot }) };
  const { PUBLIC_URL: publicUrl } = config;
  return secret !== undefined && publicUrl !== undefined
    ? byWebhook(telegramWebhook({ ...bot, publicUrl, secret }), options)
    : byPolling(bot, options);
}

function byWebhook(
  webhook: ReturnType<typeof telegramWebhook>,
  { log, onRefused }: ServeTelegramOptions,
): TelegramService {
  const stopping = new AbortController();
  return {
    routes: (app) => void app.post(webhook.path, webhook.handler),
    start: () => {
      webhook
        .register(stopping.signal)
        .then((name) => log.info({ bot: name }, "Telegram delivers to the webhook"))
        .catch((error: unknown) => {
          if (!stopping.signal.aborted) onRefused(error);
        });
    },
    stop: async () => stopping.abort(),
  };
}

function byPolling(
  bot: Parameters<typeof startTelegramPolling>[0],
  { log, onRefused }: ServeTelegramOptions,
): TelegramService {
  let polling: ReturnType<typeof startTelegramPolling> | undefined;
  return {
    routes: () => {},
    start: () => {
      polling = startTelegramPolling(bot);
      polling.ready.then((name) => log.info({ bot: name }, "Telegram is being polled")).catch(() => {});
      polling.done.catch(onRefused);
    },
    stop: async () => polling?.stop(),
  };
}
