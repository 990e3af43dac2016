/** How messages come in from Telegram: delivered to a webhook, or asked for. */
import type { Service } from "../../service.ts";
import type { ReceiveDependencies } from "../define-channel.ts";
import { startTelegramPolling } from "./telegram-polling.ts";
import { telegramWebhook } from "./telegram-webhook.ts";

export interface ServeTelegramOptions extends ReceiveDependencies {
  token: string;
  apiRoot?: string;
  /** Where Telegram delivers, and what it then proves itself by; else it is polled. */
  webhook?: { publicUrl: string; secret: string } | undefined;
}

export function serveTelegram({ webhook, ...options }: ServeTelegramOptions): Service {
  return webhook ? byWebhook(telegramWebhook({ ...options, ...webhook }), options) : byPolling(options);
}

type ServeOptions = Omit<ServeTelegramOptions, "webhook">;

function byWebhook(webhook: ReturnType<typeof telegramWebhook>, { log, onRefused }: ServeOptions): Service {
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

function byPolling(bot: ServeOptions): Service {
  const { log, onRefused } = bot;
  let polling: ReturnType<typeof startTelegramPolling> | undefined;
  return {
    start: () => {
      polling = startTelegramPolling(bot);
      polling.ready.then((name) => log.info({ bot: name }, "Telegram is being polled")).catch(() => {});
      polling.done.catch(onRefused);
    },
    stop: async () => await polling?.stop(),
  };
}
