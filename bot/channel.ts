/** What a channel offers to the rest: it delivers one reply, and says what became of it. */
import type { Address, ChannelName, Outbound } from "./messages.ts";

export interface Delivery {
  outboxId: string;
  conversationId: string;
  address: Address;
  outbound: Outbound;
  /** The channel's reference of an earlier menu message that this one may take the place of. */
  replaces?: string;
}

export type DeliveryResult =
  /** `ref` is the channel's own reference of the message shown. */
  | { outcome: "sent"; ref?: string }
  /** Nobody will read it: not tried again. */
  | { outcome: "unreachable"; reason: "blocked" | "deactivated" | "chat-not-found" | "refused" }
  /** Try again, not before `afterSeconds`. */
  | { outcome: "later"; afterSeconds: number; reason: string };

export interface Channel {
  readonly name: ChannelName;
  deliver(delivery: Delivery): Promise<DeliveryResult>;
}
