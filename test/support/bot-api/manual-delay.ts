/** Time that passes when a test says so. */
import { EventEmitter, once } from "node:events";
import type { Delay } from "../../../bot/channels/telegram/delay.ts";

interface Wait {
  milliseconds: number;
  end: () => void;
}

export class ManualDelay {
  readonly #events = new EventEmitter();
  readonly #waits = new Set<Wait>();

  readonly delay: Delay = (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const wait: Wait = { milliseconds, end: resolve };
      this.#waits.add(wait);
      signal.addEventListener("abort", () => {
        this.#waits.delete(wait);
        reject(signal.reason);
      });
      this.#events.emit("wait");
    });

  /** Resolves once somebody waits for at least so long. */
  async waitedFor(milliseconds: number): Promise<void> {
    while (![...this.#waits].some((wait) => wait.milliseconds >= milliseconds)) {
      await once(this.#events, "wait");
    }
  }

  /** Ends every wait there is now; says how many there were. */
  elapse(): number {
    const ended = [...this.#waits];
    this.#waits.clear();
    for (const { end } of ended) end();
    return ended.length;
  }

  /** Lets all waits pass as soon as they begin, until `goal` is reached. */
  async passUntil<T>(goal: Promise<T>): Promise<T> {
    const pass = (): void => void setImmediate(() => this.elapse());
    this.#events.on("wait", pass);
    pass();
    try {
      return await goal;
    } finally {
      this.#events.off("wait", pass);
    }
  }
}
