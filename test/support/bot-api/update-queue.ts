/** Updates on their way to the bot: fetched by `getUpdates` until confirmed, or posted to its webhook until taken. */
import { EventEmitter, once } from "node:events";
import type { Update, WebhookInfo } from "@grammyjs/types";
import type { Delay } from "../../../bot/channels/telegram/delay.ts";
import { badRequest, conflict } from "./failures.ts";
import type { MethodParameters } from "./parameters.ts";

export interface WebhookAnswer {
  update: Update;
  status: number;
}

interface Webhook {
  url: string;
  secret: string | undefined;
}

type UpdateContent = Omit<Update, "update_id">;

const retryMilliseconds = 1_000;
const secretPattern = /^[\w-]{1,256}$/;

export class UpdateQueue {
  /** Updates not confirmed yet, oldest first. */
  pending: Update[] = [];
  /** What the webhook answered, in order. */
  readonly answers: WebhookAnswer[] = [];
  readonly #events = new EventEmitter();
  readonly #retryDelay: Delay;
  readonly #closing = new AbortController();
  #poll: AbortController | undefined;
  #webhook: Webhook | undefined;
  #allowed: readonly string[] = ["message", "edited_message", "callback_query", "my_chat_member"];
  #lastUpdateId = 1_000;
  #answersRead = 0;

  constructor(retryDelay: Delay) {
    this.#retryDelay = retryDelay;
    this.#events.setMaxListeners(0);
  }

  /** Undefined when the bot did not ask for updates of this kind. */
  push(content: UpdateContent): Update | undefined {
    if (!Object.keys(content).every((kind) => this.#allowed.includes(kind))) return undefined;
    this.#lastUpdateId += 1;
    const update: Update = { update_id: this.#lastUpdateId, ...content };
    this.pending.push(update);
    this.#events.emit("update");
    if (this.#webhook) void this.deliver(update);
    return update;
  }

  /** One poll at a time; what is not confirmed by a higher offset comes again. */
  async getUpdates({
    offset = 0,
    limit = 100,
    timeout = 0,
    allowed_updates,
  }: MethodParameters<"getUpdates">) {
    if (this.#webhook) throw conflict(webhookIsActive);
    this.#poll?.abort();
    this.#poll = new AbortController();
    const { signal } = this.#poll;
    if (allowed_updates) this.#allowed = allowed_updates;
    this.pending = this.pending.filter((update) => update.update_id >= offset);
    this.#events.emit("confirmed");
    if (this.pending.length === 0 && timeout > 0) await this.#nextUpdate(timeout, signal);
    if (signal.aborted) throw conflict(terminated);
    return this.pending.slice(0, limit);
  }

  async #nextUpdate(seconds: number, replaced: AbortSignal): Promise<void> {
    const signal = AbortSignal.any([replaced, this.#closing.signal, AbortSignal.timeout(seconds * 1000)]);
    await once(this.#events, "update", { signal }).catch(() => {});
  }

  setWebhook({
    url,
    secret_token,
    allowed_updates,
    drop_pending_updates,
  }: MethodParameters<"setWebhook">): true {
    if (!URL.canParse(url)) throw badRequest("bad webhook: invalid webhook URL specified");
    if (secret_token !== undefined && !secretPattern.test(secret_token)) {
      throw badRequest("secret token contains unallowed characters");
    }
    if (drop_pending_updates) this.pending = [];
    if (allowed_updates) this.#allowed = allowed_updates;
    this.#webhook = { url, secret: secret_token };
    this.#poll?.abort();
    for (const update of this.pending) void this.deliver(update);
    return true;
  }

  deleteWebhook({ drop_pending_updates }: MethodParameters<"deleteWebhook">): true {
    this.#webhook = undefined;
    if (drop_pending_updates) this.pending = [];
    return true;
  }

  webhookInfo(): WebhookInfo {
    const failed = this.answers.filter(({ status }) => !isTaken(status)).at(-1);
    return {
      url: this.#webhook?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: this.pending.length,
      allowed_updates: this.#allowed as NonNullable<WebhookInfo["allowed_updates"]>,
      ...(failed ? { last_error_message: `Wrong response from the webhook: ${failed.status}` } : {}),
    };
  }

  /** Posts until it is answered by 2xx; posting an update that was taken is a delivery made twice. */
  async deliver(update: Update): Promise<void> {
    while (this.#webhook && !this.#closing.signal.aborted) {
      const status = await post(this.#webhook, update);
      this.answers.push({ update, status });
      if (isTaken(status)) this.pending = this.pending.filter((other) => other !== update);
      this.#events.emit("answer");
      if (isTaken(status)) return;
      await this.#retryDelay(retryMilliseconds, this.#closing.signal).catch(() => {});
    }
  }

  /** The webhook's next answer not read before. */
  async nextAnswer(): Promise<WebhookAnswer> {
    for (;;) {
      const answer = this.answers[this.#answersRead];
      if (answer) {
        this.#answersRead += 1;
        return answer;
      }
      await once(this.#events, "answer");
    }
  }

  /** Resolves once a bot that polls has confirmed everything. */
  async drained(): Promise<void> {
    while (this.pending.length > 0) await once(this.#events, "confirmed");
  }

  close(): void {
    this.#closing.abort();
    this.#events.emit("update");
  }
}

const isTaken = (status: number): boolean => status >= 200 && status < 300;

/** 0 where nobody answers. */
async function post({ url, secret }: Webhook, update: Update): Promise<number> {
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (secret !== undefined) headers["x-telegram-bot-api-secret-token"] = secret;
  const posted = await fetch(url, { method: "POST", headers, body: JSON.stringify(update) }).catch(
    () => undefined,
  );
  await posted?.arrayBuffer();
  return posted?.status ?? 0;
}

const webhookIsActive =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
const terminated = "terminated by other getUpdates request; make sure that only one bot instance is running";
