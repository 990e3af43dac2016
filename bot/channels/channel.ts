/** What a channel offers to the rest: it delivers one reply, and says what became of it. */
import type { Address, Medium, Outbound } from "../messages.ts";

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

/** What a messenger can do, and what it wants of us. */
export interface ChannelCapabilities {
  /** `pulled`: its readers fetch what is stored, so delivering only wakes them. */
  delivery: "pushed" | "pulled";
  /** Who may write first: a messenger may want to hear from a person before we may write. */
  writesFirst: "borrower" | "anyone";
  /** Characters of one message, as the messenger counts; a longer reply is sent as several. */
  textLength: number;
  /** Bytes of what a button brings back, undefined where there are no buttons but a list of choices in words. */
  buttonBytes?: number;
  /** Whether a message that was shown can be changed, so that a menu takes the place of the one before. */
  edits: boolean;
  /** What it can show beside text. */
  media: readonly Medium["kind"][];
  formatting: "plain" | "html";
  /** Messages a second that campaigns may send into one chat; undefined where the messenger does not mind. */
  perChatASecond?: number;
}

export interface Channel {
  /** As in the registry. */
  readonly name: string;
  readonly capabilities: ChannelCapabilities;
  /** Throws only where the reply itself is at fault: a bug of ours. What the messenger says is sorted in the result. */
  deliver(delivery: Delivery): Promise<DeliveryResult>;
}
