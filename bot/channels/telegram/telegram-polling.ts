/** Long polling: each update is confirmed to Telegram only after its turn is committed. */
import { createConcurrentSink, createRunner, createSource, type RunnerHandle } from "@grammyjs/runner";
import { type Bot, BotError } from "grammy";
import type { Update } from "grammy/types";
import { StorageUnavailable } from "../../storage-unavailable.ts";
import { offerCommands } from "./commands.ts";
import { createTelegramBot, type TelegramBotOptions } from "./create-telegram-bot.ts";
import { backoff, type Delay, realDelay } from "./delay.ts";
import { allowedUpdates } from "./read-update.ts";
import { sortTelegramFailure } from "./telegram-failure.ts";
import { type Retrying, untilReached } from "./until-reached.ts";
import { UpdateWindow } from "./update-window.ts";

export interface TelegramPollingOptions extends Omit<TelegramBotOptions, "retry"> {
  /** Whether people and money are pretended. */
  sandbox: boolean;
  delay?: Delay;
}

export interface TelegramPolling {
  /** Resolves with the bot's name once messages are being asked for. */
  ready: Promise<string>;
  /** Resolves after `stop`; rejects with `TelegramRefused` when the token is not accepted. */
  done: Promise<void>;
  /** Asks for no more, lets the turns under way end, and confirms them. What was not stored comes again. */
  stop(): Promise<void>;
}

const longPollSeconds = 30;

export function startTelegramPolling(options: TelegramPollingOptions): TelegramPolling {
  const { delay = realDelay, log } = options;
  const stopping = new AbortController();
  const patience: Retrying = { delay, signal: stopping.signal, log };
  const bot = createTelegramBot({ ...options, retry: patience });
  const poller = new Poller(bot, patience);
  const ready = untilReached(() => prepare(bot, options), patience);
  const done = ready
    .then(() => poller.run())
    .catch((error: unknown) => {
      if (!stopping.signal.aborted) throw error;
    });
  ready.catch(() => {});
  const stop = async (): Promise<void> => {
    poller.close();
    stopping.abort();
    await done;
    await poller.settle();
  };
  return { ready, done, stop };
}

async function prepare(bot: Bot, { sandbox, log }: TelegramPollingOptions): Promise<string> {
  bot.botInfo = await bot.api.getMe();
  await bot.api.deleteWebhook();
  await offerCommands({ api: bot.api, sandbox, log });
  return bot.botInfo.username;
}

class Poller {
  readonly #bot: Bot;
  readonly #patience: Retrying;
  readonly #window = new UpdateWindow<Update>();
  readonly #turns = new Set<Promise<void>>();
  readonly #runner: RunnerHandle;

  constructor(bot: Bot, patience: Retrying) {
    this.#bot = bot;
    this.#patience = patience;
    const source = createSource<Update>({ supply: (_size, signal) => this.#supply(signal) });
    const sink = createConcurrentSink<Update>({ consume: (update) => this.#consume(update) }, async () => {});
    this.#runner = createRunner(source, sink);
  }

  async run(): Promise<void> {
    this.#patience.signal.throwIfAborted();
    this.#runner.start();
    await this.#runner.task();
  }

  /** The runner cannot close what was not started. */
  close(): void {
    if (this.#runner.isRunning()) void this.#runner.stop();
  }

  async settle(): Promise<void> {
    await Promise.all(this.#turns);
    const offset = this.#window.confirm();
    if (offset === 0) return;
    await this.#bot.api.getUpdates({ offset, limit: 1, timeout: 0 }).catch((error: unknown) => {
      this.#patience.log.info({ failure: sortTelegramFailure(error) }, "the last updates will come again");
    });
  }

  /** Updates not seen before. While some are unfinished Telegram repeats them at once, so we pause in between. */
  async #supply(signal: Parameters<Bot["api"]["getUpdates"]>[1]): Promise<Update[]> {
    for (let pauses = 0; ; pauses++) {
      const offset = this.#window.confirm();
      const request = { offset, timeout: longPollSeconds, allowed_updates: allowedUpdates };
      const updates = await untilReached(() => this.#bot.api.getUpdates(request, signal), this.#patience);
      const fresh = this.#window.take(updates);
      if (fresh.length > 0 || updates.length === 0) return fresh;
      if (this.#window.confirm() === offset) await this.#pause(backoff(pauses, 250, 5_000));
    }
  }

  /** Until an update is finished, or for so long: another chat may have written meanwhile. */
  async #pause(milliseconds: number): Promise<void> {
    const { delay, signal } = this.#patience;
    const progressed = new AbortController();
    const waiting = delay(milliseconds, AbortSignal.any([signal, progressed.signal]));
    await Promise.race([waiting, this.#window.progress()]);
    progressed.abort();
  }

  async #consume(update: Update): Promise<void> {
    const turn = this.#handle(update);
    this.#turns.add(turn);
    await turn.finally(() => this.#turns.delete(turn));
  }

  async #handle(update: Update): Promise<void> {
    try {
      await this.#bot.handleUpdate(update);
    } catch (error) {
      // grammY's own error holds the whole bot, its token too.
      const cause = error instanceof BotError ? error.error : error;
      if (cause instanceof StorageUnavailable) return;
      this.#patience.log.error({ updateId: update.update_id, err: cause }, "an update was given up");
    }
    this.#window.finish(update);
  }
}
