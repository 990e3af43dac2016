/** Pressed buttons: each waits for one answer. */
import type { CallbackQuery } from "@grammyjs/types";
import { badRequest } from "./failures.ts";
import type { MethodParameters } from "./parameters.ts";

/** What the person sees after a press: nothing, a toast, or an alert. */
export interface PressAnswer {
  text?: string;
  alert: boolean;
}

const longestToast = 200;

export class Presses {
  readonly #unanswered = new Map<string, (answer: PressAnswer) => void>();
  #last = 0;

  /** A new query, and the answer that it will get. */
  open(
    press: Pick<CallbackQuery, "from"> & { message: NonNullable<CallbackQuery["message"]>; data: string },
  ) {
    this.#last += 1;
    const id = String(7_000_000_000 + this.#last);
    const answer = new Promise<PressAnswer>((resolve) => this.#unanswered.set(id, resolve));
    const query: CallbackQuery = { id, chat_instance: String(press.message.chat.id), ...press };
    return { query, answer };
  }

  answer({ callback_query_id: id, text, show_alert }: MethodParameters<"answerCallbackQuery">): true {
    const resolve = this.#unanswered.get(id);
    if (!resolve) throw badRequest("query is too old and response timeout expired or query ID is invalid");
    if (text !== undefined && text.length > longestToast) throw badRequest("MESSAGE_TOO_LONG");
    this.#unanswered.delete(id);
    resolve({ ...(text ? { text } : {}), alert: show_alert ?? false });
    return true;
  }

  get unanswered(): number {
    return this.#unanswered.size;
  }
}
