/**
 * An album comes as one message a picture, which count as one. Words below a later picture are words all the same:
 * they are a message of their own when the album has been answered already.
 */
import type { Message } from "grammy/types";
import type { Inbound } from "../../messages.ts";

/** The pictures of one album come within seconds: far fewer are under way at once. */
const mostRemembered = 1_000;

/**
 * Remembers which picture of an album came first. Only this process's memory: what it forgets, or another process saw,
 * is taken for a repeat, as any picture of an album is.
 */
export class Albums {
  readonly #first = new Map<string, number>();

  /** The same message, under an id of its own where it has words and another picture of its album came first. */
  apart(inbound: Inbound, message: Message | undefined): Inbound {
    if (message?.media_group_id === undefined) return inbound;
    const first = this.#firstOf(`${inbound.chatId}/${message.media_group_id}`, message.message_id);
    const repeats = inbound.kind === "unreadable" || first === message.message_id;
    return repeats ? inbound : { ...inbound, messageId: `m${message.message_id}` };
  }

  #firstOf(album: string, messageId: number): number {
    const first = this.#first.get(album) ?? messageId;
    this.#first.set(album, first);
    const [oldest] = this.#first.keys();
    if (this.#first.size > mostRemembered && oldest !== undefined) this.#first.delete(oldest);
    return first;
  }
}
