/** A small assistant with a memory: it repeats what it hears, offers a menu, and can lose its database. */
import { EventEmitter, once } from "node:events";
import type { Assistant, HistoryItem, Receipt } from "../../../../bot/assistant.ts";
import type { Channel } from "../../../../bot/channels/channel.ts";
import type { Inbound, Outbound } from "../../../../bot/messages.ts";
import { StorageUnavailable } from "../../../../bot/storage-unavailable.ts";

const base = { stage: "idle", locale: "en", buttons: [], menu: false } as const satisfies Omit<
  Outbound,
  "text"
>;

export const menu = (text: string, ...labels: string[]): Outbound => ({
  ...base,
  text,
  buttons: [labels.map((label) => ({ label, id: `1|${label}|` }))],
  menu: true,
});

/** "menu" shows a menu, a press replaces it by the next, all else is said back. */
export function echo(inbound: Inbound): Outbound {
  if (inbound.kind === "text" && inbound.text === "menu") return menu("Choose", "red", "blue");
  if (inbound.kind === "button") return menu(`You chose ${inbound.buttonId.split("|")[1]}`, "again", "done");
  if (inbound.kind === "command") return { ...base, text: `/${inbound.name} ${inbound.argument ?? ""}` };
  return { ...base, text: inbound.kind === "text" ? `You said: ${inbound.text}` : "I read text only" };
}

export class EchoAssistant implements Assistant {
  /** What was acted upon, in order. */
  readonly heard: Inbound[] = [];
  databaseIsUp = true;
  readonly #channel: Channel;
  readonly #reply: (inbound: Inbound) => Outbound;
  readonly #stored = new Set<string>();
  readonly #events = new EventEmitter();
  readonly #held = new Map<string, Promise<void>>();

  constructor(channel: Channel, reply = echo) {
    this.#channel = channel;
    this.#reply = reply;
  }

  async receive(inbound: Inbound): Promise<Receipt> {
    const { chatId, senderId, messageId } = inbound;
    this.#events.emit("received", chatId);
    await this.#held.get(chatId);
    if (!this.databaseIsUp) throw new StorageUnavailable("the database is down");
    if (senderId !== chatId) return { outcome: "refused", notice: "That button is for somebody else" };
    const key = `${chatId}/${messageId}`;
    if (this.#stored.has(key)) return { outcome: "duplicate" };
    this.#stored.add(key);
    this.heard.push(inbound);
    await this.#deliver(inbound);
    return { outcome: "handled" };
  }

  async history(): Promise<HistoryItem[]> {
    return [];
  }

  /** Turns of this chat wait until the function returned is called. */
  hold(chatId: number): () => void {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.#held.set(String(chatId), held);
    return release;
  }

  /** Resolves when the next message of this chat comes in. */
  async receiving(chatId: number): Promise<void> {
    for (;;) {
      const [received] = await once(this.#events, "received");
      if (received === String(chatId)) return;
    }
  }

  async #deliver(inbound: Inbound): Promise<void> {
    const outbound = this.#reply(inbound);
    const menuRef = inbound.kind === "button" ? inbound.menuRef : undefined;
    await this.#channel.deliver({
      outboxId: inbound.messageId,
      conversationId: inbound.chatId,
      address: inbound,
      outbound,
      ...(menuRef === undefined ? {} : { replaces: menuRef }),
    });
  }
}
