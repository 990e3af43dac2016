/** Webhook: Telegram posts each update to us, and again until we answer that its turn is committed. */
import { createHash, timingSafeEqual } from "node:crypto";
import { type Bot, BotError } from "grammy";
import type { Update } from "grammy/types";
import type { Context, Handler } from "hono";
import type { Log } from "../../log/log.ts";
import { StorageUnavailable } from "../../storage-unavailable.ts";
import { offerCommands } from "./commands.ts";
import { createTelegramBot, type TelegramBotOptions } from "./create-telegram-bot.ts";
import { type Delay, realDelay } from "./delay.ts";
import { allowedUpdates } from "./read-update.ts";
import { untilReached } from "./until-reached.ts";

export interface TelegramWebhookOptions extends Omit<TelegramBotOptions, "retry"> {
  /** Where Telegram reaches this server: "https://loans.example". */
  publicUrl: string;
  /** 1 to 256 characters of A-Z a-z 0-9 _ -: Telegram sends it along, nobody else knows it. */
  secret: string;
  /** Whether people and money are pretended. */
  sandbox: boolean;
  delay?: Delay;
}

export interface TelegramWebhook {
  /** Below the public address. */
  path: string;
  /** For POST at `path`: 401 without the secret, 400 for what is no update, 503 when it must come again, 200. */
  handler: Handler;
  /**
   * Tells Telegram the address and the commands; resolves with the bot's name. Rejects with
   * `TelegramRefused`, or when the signal is aborted. Updates that come earlier are answered by 503.
   */
  register(signal: AbortSignal): Promise<string>;
}

const path = "/telegram/webhook";
const secretHeader = "x-telegram-bot-api-secret-token";

export function telegramWebhook(options: TelegramWebhookOptions): TelegramWebhook {
  const { secret, log, delay = realDelay } = options;
  const bot = createTelegramBot(options);
  const isSecret = secretCheck(secret);
  return {
    path,
    handler: (c) => (isSecret(c.req.header(secretHeader)) ? receive(bot, c, log) : c.body(null, 401)),
    register: (signal) => untilReached(() => announce(bot, options), { delay, signal, log }),
  };
}

/** Compares digests, which have one length: the time taken tells nothing about the secret. */
function secretCheck(secret: string): (given: string | undefined) => boolean {
  if (secret === "") throw new RangeError("The webhook's secret is empty");
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  const expected = digest(secret);
  return (given) => given !== undefined && timingSafeEqual(digest(given), expected);
}

async function announce(bot: Bot, options: TelegramWebhookOptions): Promise<string> {
  const { publicUrl, secret, sandbox, log } = options;
  bot.botInfo = await bot.api.getMe();
  await offerCommands({ api: bot.api, sandbox, log });
  const url = new URL(path, publicUrl).href;
  await bot.api.setWebhook(url, { secret_token: secret, allowed_updates: allowedUpdates });
  return bot.botInfo.username;
}

async function receive(bot: Bot, c: Context, log: Log): Promise<Response> {
  const update: unknown = await c.req.json().catch(() => undefined);
  if (!isUpdate(update)) return c.body(null, 400);
  if (!bot.isInited()) return c.body(null, 503);
  try {
    await bot.handleUpdate(update);
  } catch (error) {
    // grammY's own error holds the whole bot, its token too.
    const cause = error instanceof BotError ? error.error : error;
    if (cause instanceof StorageUnavailable) return c.body(null, 503);
    log.error({ updateId: update.update_id, err: cause }, "an update was given up");
  }
  return c.body(null, 200);
}

/** The secret vouches for the rest. */
const isUpdate = (body: unknown): body is Update =>
  typeof body === "object" && body !== null && "update_id" in body && Number.isSafeInteger(body.update_id);
