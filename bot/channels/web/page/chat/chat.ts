/**
 * One borrower's conversation as this tab holds it. What the borrower says is kept until the server has it,
 * and sent again under the same id; what was said is read from the history. One piece of work at a time:
 * a message leaves the pending ones in the same step in which the history brings it.
 */
import type { HistoryItem } from "../../../../assistant.ts";
import type { ApiAnswer, ApiClient, Failure } from "./api-client.ts";
import { openStream } from "./stream.ts";
import { forgetChat, keep, newMessageId, type PendingMessage, recall, type SaidInTab } from "./tab.ts";

export type Connection = { state: "online" } | { state: "lost" } | { state: "unavailable"; sentence: string };

export interface ChatView {
  /** `restored`: the first reading after the page was opened. */
  show(items: HistoryItem[], pending: readonly PendingMessage[], restored: boolean): void;
  /** What was said before all that is shown. */
  showEarlier(items: HistoryItem[]): void;
  connection(connection: Connection): void;
  /** A sentence to show in passing. */
  notice(sentence: string): void;
}

const firstRetryMs = 1_000;
const longestRetryMs = 15_000;
/** After so many faults a message is given up: those behind it must not wait for what is not theirs. */
const mostFaults = 3;

export class PageChat {
  readonly #api: ApiClient;
  readonly #view: ChatView;
  #token = recall("token");
  #pending = recall("pending") ?? [];
  #firstRead: number | undefined;
  #lastRead: number | undefined;
  /** Something was said before the first item read. */
  #hasEarlier = false;
  #readingEarlier = false;
  /** A new chat has nothing to restore. */
  #restored = this.#token === undefined;
  #unread = true;
  /** The first pending message may have arrived already: it is sent before the history is read. */
  #uncertain = this.#next !== undefined;
  #working = false;
  #listening = false;
  #retryMs = firstRetryMs;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #stream: { close(): void } | undefined;

  constructor(api: ApiClient, view: ChatView) {
    this.#api = api;
    this.#view = view;
  }

  /** Whether anything was said in this tab yet. */
  get begun(): boolean {
    return this.#token !== undefined || this.#pending.length > 0;
  }

  /** Undefined when it cannot be had. */
  async medium(item: number, place: number): Promise<ApiAnswer<Blob>> {
    return this.#token === undefined ? { outcome: "lost" } : await this.#api.medium(this.#token, item, place);
  }

  say(said: SaidInTab, shown: string): void {
    this.#queue([...this.#pending, { messageId: newMessageId(), said, shown }]);
  }

  /** What was given up goes behind all that waits, under the same id: it cannot be done twice. */
  sendAgain(messageId: string): void {
    const given = this.#pending.find((one) => one.messageId === messageId);
    if (!given) return;
    const { said, shown } = given;
    this.#queue([...this.#pending.filter((one) => one !== given), { messageId, said, shown }]);
  }

  /** Reads a part of what was said before, if anything was. */
  async readEarlier(): Promise<void> {
    if (!this.#hasEarlier || this.#readingEarlier || !this.#token || !this.#firstRead) return;
    this.#readingEarlier = true;
    const read = await this.#api.history(this.#token, { before: this.#firstRead });
    this.#readingEarlier = false;
    if (read.outcome !== "ok") return;
    const { items, more } = read.value;
    this.#hasEarlier = more;
    this.#firstRead = items[0]?.id ?? this.#firstRead;
    this.#view.showEarlier(items);
  }

  #queue(pending: PendingMessage[]): void {
    this.#keep(pending);
    this.#view.show([], this.#pending, false);
    void this.#work();
  }

  #keep(pending: PendingMessage[]): void {
    this.#pending = pending;
    keep("pending", pending);
  }

  /** The first that is to be sent. */
  get #next(): PendingMessage | undefined {
    return this.#pending.find(({ failed }) => !failed);
  }

  /** Reads what is new; also sends what waits. */
  refresh(): void {
    if (!this.begun) return;
    this.#unread = true;
    void this.#work();
  }

  /** Listens for news, from when there is a chat, until `rest`. */
  listen(): void {
    this.#listening = true;
    if (this.#stream || this.#token === undefined) return;
    this.#stream = openStream(this.#token, {
      ready: () => this.refresh(),
      wake: () => this.refresh(),
      lost: () => this.#view.connection({ state: "lost" }),
    });
  }

  rest(): void {
    this.#listening = false;
    this.#stream?.close();
    this.#stream = undefined;
  }

  /** The tab leaves this chat for good. */
  leave(): void {
    this.rest();
    clearTimeout(this.#retry);
    forgetChat();
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    clearTimeout(this.#retry);
    try {
      while (this.#unread || this.#next) {
        const failure = await this.#step();
        if (failure) return await this.#tryLater(failure);
        this.#retryMs = firstRetryMs;
        this.#view.connection({ state: "online" });
      }
    } finally {
      this.#working = false;
    }
  }

  async #step(): Promise<Failure | undefined> {
    const token = this.#token;
    if (token === undefined) return this.#open();
    const next = this.#next;
    if (next && (this.#uncertain || !this.#unread)) return this.#send(token, next);
    return this.#read(token);
  }

  async #open(): Promise<Failure | undefined> {
    const opened = await this.#api.openSession();
    if (opened.outcome !== "ok") return opened;
    this.#token = opened.value.token;
    keep("token", this.#token);
    if (this.#listening) this.listen();
    return undefined;
  }

  async #send(token: string, message: PendingMessage): Promise<Failure | undefined> {
    const sent = await this.#api.send(token, message);
    this.#uncertain = sent.outcome !== "ok" && sent.outcome !== "refused";
    if (sent.outcome === "lost" || sent.outcome === "unavailable") return sent;
    if (sent.outcome === "faulty") return this.#countFault(message, sent);
    this.#keep(this.#pending.filter(({ messageId }) => messageId !== message.messageId));
    this.#unread = true;
    const notice = sent.outcome === "refused" ? sent.sentence : sent.value.notice;
    if (notice) this.#view.notice(notice);
    return undefined;
  }

  /** The failure, while it is worth trying once more. */
  #countFault(message: PendingMessage, failure: Failure): Failure | undefined {
    const faults = (message.faults ?? 0) + 1;
    const failed = faults >= mostFaults;
    const counted: PendingMessage = { ...message, faults, ...(failed && { failed }) };
    this.#keep(this.#pending.map((one) => (one.messageId === message.messageId ? counted : one)));
    if (!failed) return failure;
    this.#uncertain = false;
    this.#unread = true;
    return undefined;
  }

  async #read(token: string): Promise<Failure | undefined> {
    this.#unread = false;
    const read = await this.#api.history(
      token,
      this.#lastRead === undefined ? {} : { after: this.#lastRead },
    );
    if (read.outcome !== "ok") {
      this.#unread = true;
      return read;
    }
    const { items, more } = read.value;
    if (this.#lastRead === undefined) {
      this.#firstRead = items[0]?.id;
      this.#hasEarlier = more;
    } else if (more) this.#unread = true;
    this.#lastRead = items.at(-1)?.id ?? this.#lastRead;
    this.#view.show(items, this.#pending, !this.#restored);
    this.#restored = true;
    return undefined;
  }

  /** What was said stays in sight, whatever becomes of a message. */
  async #tryLater(failure: Failure): Promise<void> {
    const unread = this.#unread && failure.outcome !== "lost";
    if (unread && this.#token !== undefined) await this.#read(this.#token);
    this.#view.connection(
      failure.outcome === "lost" ? { state: "lost" } : { state: "unavailable", sentence: failure.sentence },
    );
    this.#view.show([], this.#pending, false);
    this.#retry = setTimeout(() => void this.#work(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs);
  }
}
