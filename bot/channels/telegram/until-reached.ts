import type { Log } from "../../log/log.ts";
import { backoff, type Delay } from "./delay.ts";
import { sortTelegramFailure } from "./telegram-failure.ts";

export interface Retrying {
  delay: Delay;
  /** Aborted when we stop: the waiting then ends by rejecting. */
  signal: AbortSignal;
  log: Log;
}

/** Telegram does not accept the call, and never will: the token is wrong, or the call is. Names no secret. */
class TelegramRefused extends Error {
  override readonly name = "TelegramRefused";
}

/** Calls again until Telegram answers: a network that is down, a flood, another poller are waited out. */
export async function untilReached<T>(call: () => Promise<T>, { delay, signal, log }: Retrying): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      signal.throwIfAborted();
      const wait = waitAfter(error, attempt);
      log.warn({ ...wait, attempt }, "Telegram does not answer as it should: trying again");
      await delay(wait.milliseconds, signal);
    }
  }
}

/** Throws where waiting does not help. */
function waitAfter(error: unknown, attempt: number): { milliseconds: number; reason: string } {
  const failure = sortTelegramFailure(error);
  const milliseconds = backoff(attempt);
  if (failure.kind === "conflict") return { milliseconds, reason: failure.reason };
  if (failure.kind === "later") {
    return { milliseconds: Math.max(milliseconds, failure.afterSeconds * 1000), reason: failure.reason };
  }
  if (failure.kind === "fault") throw error;
  throw new TelegramRefused("reason" in failure ? failure.reason : failure.kind);
}
