/** The messages on the page, in the order in which they were said, and what is still on its way. */
import type { HistoryItem } from "../../../../assistant.ts";
import type { ApiAnswer } from "../chat/api-client.ts";
import type { PendingMessage } from "../chat/tab.ts";
import { byId, element } from "../dom.ts";
import type { PageTexts } from "../texts.ts";
import { assistantMessage, borrowerMessage, pendingMessage } from "./message.ts";
import { type Press, QuickReplies } from "./replies.ts";
import { followEnd } from "./scrolling.ts";
import { beginsGroup, groupTime } from "./time.ts";

/** A reply that has not come by then is not on its way: the dots stop. */
const longestAwaitMs = 30_000;

/** Fetches what stands at a place among the media of an item of the history. */
export type Load = (item: number, place: number) => Promise<ApiAnswer<Blob>>;

export interface Said {
  /** New since the last time. */
  items: HistoryItem[];
  pending: readonly PendingMessage[];
  /** The first reading after the page was opened: neither read out nor moved. */
  restored: boolean;
  /** Nothing can be sent for the moment. */
  held: boolean;
}

export class LogView {
  readonly #replies: QuickReplies;
  readonly #log = byId("log");
  readonly #messages = byId("messages");
  readonly #pending = byId("pending");
  readonly #typing = byId("typing");
  readonly #texts: () => PageTexts;
  readonly #load: Load;
  readonly #end = followEnd(this.#log, byId("to-latest"));
  #last: HistoryItem | undefined;
  #byKeyboard = false;
  #giveUp: ReturnType<typeof setTimeout> | undefined;

  readonly #sendAgain: (messageId: string) => void;

  constructor(
    texts: () => PageTexts,
    { press, load, sendAgain }: { press: Press; load: Load; sendAgain(messageId: string): void },
  ) {
    this.#texts = texts;
    this.#load = load;
    this.#sendAgain = sendAgain;
    this.#replies = new QuickReplies((button, byKeyboard) => {
      this.#byKeyboard = byKeyboard;
      press(button, byKeyboard);
    });
  }

  show({ items, pending, restored, held }: Said): void {
    if (items.length > 0) {
      this.#log.ariaLive = restored ? "off" : "polite";
      this.#messages.classList.toggle("still", restored);
    }
    const before = this.#pending.childElementCount;
    const unasked = this.#replies.offered && !items.some(({ message }) => message.from === "borrower");
    const waits = pending.some(({ failed }) => !failed);
    if (items.length > 0 || waits) this.#replies.withdraw();
    const [first] = items.map((item) => this.#append(item));
    const way = { held, sendAgain: this.#sendAgain };
    this.#pending.replaceChildren(...pending.map((message) => pendingMessage(message, way, this.#texts())));
    this.#await(!held && (waits || this.#last?.message.from === "borrower"));
    this.#offerReplies(!waits, unasked);
    if (first) this.#end.arrived(restored ? undefined : first);
    else if (pending.length > before) this.#end.said();
  }

  /** Above all that is shown; what is in sight stays where it is. */
  showEarlier(items: HistoryItem[]): void {
    this.#log.ariaLive = "off";
    this.#messages.classList.add("still");
    const fromEnd = this.#log.scrollHeight - this.#log.scrollTop;
    const made = items.flatMap((item, place) => this.#made(item, items[place - 1]?.at));
    this.#messages.prepend(...made);
    this.#log.scrollTop = this.#log.scrollHeight - fromEnd;
  }

  get isEmpty(): boolean {
    return this.#last === undefined && this.#pending.childElementCount === 0;
  }

  focusReply(position: number): boolean {
    return this.#replies.focusButton(position);
  }

  #append(item: HistoryItem): HTMLElement | undefined {
    const made = this.#made(item, this.#last?.at);
    this.#messages.append(...made);
    this.#last = item;
    return made.at(-1);
  }

  /** The message, below its time where a group of messages begins. */
  #made(item: HistoryItem, previous: string | undefined): HTMLElement[] {
    const { message, at } = item;
    const texts = this.#texts();
    const article =
      message.from === "borrower"
        ? borrowerMessage(message.text, texts)
        : assistantMessage(message.outbound, texts, (place) => this.#load(item.id, place));
    if (!beginsGroup(at, previous)) return [article];
    const time = groupTime(at, previous, document.documentElement.lang);
    return [element("time", { class: "divider", datetime: at }, time), article];
  }

  /** A person at the keyboard goes on where the pressed button was: one Tab before the first new one. */
  #offerReplies(nothingPending: boolean, unasked: boolean): void {
    const message = this.#last?.message;
    if (nothingPending && message?.from === "assistant" && !this.#replies.offered) {
      const offered = this.#replies.offer(message.outbound, this.#texts().labels, unasked);
      if (offered) this.#messages.append(offered);
    }
    if (!this.#byKeyboard) return;
    if (this.#replies.offered) this.#replies.focusGroup();
    else this.#log.focus({ preventScroll: true });
    this.#byKeyboard = !this.#replies.offered;
  }

  #await(awaited: boolean): void {
    clearTimeout(this.#giveUp);
    this.#typing.hidden = !awaited;
    if (awaited) this.#giveUp = setTimeout(() => this.#await(false), longestAwaitMs);
  }
}
