import { autoRetry } from "@grammyjs/auto-retry";
import { Api, type Transformer } from "grammy";

export interface TelegramApiOptions {
  token: string;
  /** Another Bot API server; without a slash at the end. */
  apiRoot?: string;
  /** False: a 429 goes to the caller at once, however short. */
  waitOutFloods?: boolean;
}

/** A wait of up to so long is taken in place; a longer one goes back to the caller. */
const longestRetrySeconds = 3;
/** A call, one wait and the call again stay below the lease under which replies are delivered: 20 seconds. */
const callTimeoutSeconds = 8;

/** Waits out short 429s in place, so that a reply is not delayed by a job's round; all else is for the caller to sort. */
export const retryShortFloods: Transformer = autoRetry({
  maxDelaySeconds: longestRetrySeconds,
  maxRetryAttempts: 1,
  rethrowInternalServerErrors: true,
  rethrowHttpErrors: true,
});

export function telegramApi({ token, apiRoot, waitOutFloods = true }: TelegramApiOptions): Api {
  const api = new Api(token, { timeoutSeconds: callTimeoutSeconds, ...(apiRoot ? { apiRoot } : {}) });
  if (waitOutFloods) api.config.use(retryShortFloods);
  return api;
}
