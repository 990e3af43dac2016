/** One update, from reading it to the last word about it. */
import type { Context } from "grammy";
import { defaultLocale, hintedLocale } from "../../../domain/language/languages.ts";
import type { Assistant, Receipt } from "../../assistant.ts";
import { messagesIn } from "../../locales/messages-in.ts";
import type { Log } from "../../log/log.ts";
import type { Inbound } from "../../messages.ts";
import { StorageUnavailable } from "../../storage-unavailable.ts";
import { unavailable, type WhyUnavailable } from "../../views/unavailable.ts";
import type { Albums } from "./albums.ts";
import { backoff, type Delay } from "./delay.ts";
import type { OutageNotices } from "./outage-notices.ts";
import { pressOf, type TelegramPress } from "./press.ts";
import { type ReadUpdate, readUpdate } from "./read-update.ts";
import { sortTelegramFailure } from "./telegram-failure.ts";

export interface UpdateHandling {
  assistant: Pick<Assistant, "receive">;
  log: Log;
  outages: OutageNotices;
  albums: Albums;
  /** How a message that could not be stored is brought again; absent where Telegram does that. */
  retry?: { delay: Delay; signal: AbortSignal };
}

interface Turn extends UpdateHandling {
  ctx: Context;
  press: TelegramPress | undefined;
}

/**
 * Resolves when there is nothing left to do about the update. Throws `StorageUnavailable` when it was not
 * stored and must come again; any other failure is logged and told to the person, and the update is done with.
 */
export async function handleUpdate(handling: UpdateHandling, ctx: Context): Promise<void> {
  const turn: Turn = { ...handling, ctx, press: pressOf(ctx, handling.log) };
  try {
    await act(turn, readUpdate(ctx.update));
  } catch (error) {
    if (error instanceof StorageUnavailable) throw error;
    turn.log.error({ updateId: ctx.update.update_id, err: error }, "an update could not be handled");
    await say(turn, textsOf(ctx).failed);
  } finally {
    await turn.press?.answer();
  }
}

async function act(turn: Turn, read: ReadUpdate): Promise<void> {
  if (read.kind === "inbound")
    return converse(turn, turn.albums.apart(read.inbound, turn.ctx.update.message));
  if (read.kind === "edited") return say(turn, textsOf(turn.ctx).edited);
  if (read.kind === "group") return leaveGroup(turn);
  turn.log.info({ updateId: turn.ctx.update.update_id, reason: read.reason }, "an update was passed over");
}

async function converse(turn: Turn, inbound: Inbound): Promise<void> {
  const { outcome, notice } = await receive(turn, inbound);
  turn.outages.end(inbound.chatId);
  if (notice !== undefined) await turn.press?.answer({ text: notice, alert: outcome === "refused" });
}

async function receive(turn: Turn, inbound: Inbound): Promise<Receipt> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await turn.assistant.receive(inbound);
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error;
      await tellOutage(turn, inbound, error);
      await waitForRetry(turn, attempt, error);
    }
  }
}

const waitingLines: Record<WhyUnavailable, string> = {
  unreachable: "the database cannot be reached: a message is waiting",
  "newer-release": "a conversation is a newer release's: a message is waiting for its processes",
};

async function tellOutage(turn: Turn, { chatId }: Inbound, { reason }: StorageUnavailable): Promise<void> {
  if (!turn.outages.begin(chatId)) return;
  turn.log.warn({ updateId: turn.ctx.update.update_id }, waitingLines[reason]);
  await say(turn, unavailable(reason));
}

async function waitForRetry(
  { retry, press }: Turn,
  attempt: number,
  unstored: StorageUnavailable,
): Promise<void> {
  if (!retry) throw unstored;
  await press?.answer();
  await retry.delay(backoff(attempt), retry.signal).catch(() => {
    throw unstored;
  });
}

/** Said once, because the bot then goes: it hears no further message there. */
async function leaveGroup(turn: Turn): Promise<void> {
  await say(turn, textsOf(turn.ctx).privateOnly(turn.ctx.me.username));
  try {
    await turn.ctx.leaveChat();
  } catch (error) {
    unsaid(turn, error);
  }
}

/** To a press as an alert, otherwise as a message; nothing depends on its arrival. */
async function say({ ctx, press, ...turn }: Turn, text: string): Promise<void> {
  if (press) return press.answer({ text, alert: true });
  try {
    await ctx.reply(text);
  } catch (error) {
    unsaid(turn, error);
  }
}

function unsaid({ log }: Pick<Turn, "log">, error: unknown): void {
  log.warn({ failure: sortTelegramFailure(error) }, "a notice did not reach the chat");
}

const textsOf = ({ from }: Context) =>
  messagesIn(from?.language_code === undefined ? defaultLocale : hintedLocale(from.language_code)).telegram;
