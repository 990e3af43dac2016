/** What a channel offers to the rest: it delivers one reply, and says what became of it. */
import type { Address, ChannelName, Outbound } from "../messages.ts";

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
  | { outcome: "later"; afterSeconds: number; reason: string; shown?: MaybeShown };

/** What is known of a message that is to be tried again: absent means that it was not shown. */
export type MaybeShown =
  /** Not shown: the messenger wants fewer messages, from all of us. */
  | "flood"
  /** The call was made and its answer never came: it may have been shown. */
  | "unknown";

export interface Channel {
  readonly name: ChannelName;
  /** Its readers fetch what is stored: delivering only wakes them. */
  readonly pulled?: true;
  deliver(delivery: Delivery): Promise<DeliveryResult>;
}
