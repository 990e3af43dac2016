/** A pressed button spins until its query is answered, so each is answered: once, and only once. */
import type { Context } from "grammy";
import type { Log } from "../../log/log.ts";
import { sortTelegramFailure } from "./telegram-failure.ts";

/** A toast holds no more. */
const longestToast = 200;

export interface TelegramPress {
  /** Stops the spinner; `toast` is shown in passing, or until it is dismissed when it is an `alert`. */
  answer(toast?: { text: string; alert: boolean }): Promise<void>;
}

/** Undefined when the update is no press. A query that can no longer be answered fails nothing. */
export function pressOf(ctx: Context, log: Log): TelegramPress | undefined {
  const query = ctx.callbackQuery;
  if (!query) return undefined;
  let answered = false;
  return {
    async answer(toast) {
      if (answered) return;
      answered = true;
      const shown = toast ? { text: toast.text.slice(0, longestToast), show_alert: toast.alert } : {};
      await ctx.api.answerCallbackQuery(query.id, shown).catch((error: unknown) => {
        log.info({ failure: sortTelegramFailure(error) }, "a press was not answered");
      });
    },
  };
}
