/** The assistant as channels see it: give it what a person did; it answers through the channel. */
import type { Address, Inbound, Outbound } from "./messages.ts";

export interface Receipt {
  outcome: "handled" | "duplicate" | "refused";
  /** A short sentence to show in passing (a toast); present when the press was refused. */
  notice?: string;
}

export interface HistoryItem {
  /** Increasing within a conversation. */
  id: number;
  at: string;
  message: { from: "borrower"; text: string } | { from: "assistant"; outbound: Outbound };
}

export interface Assistant {
  /**
   * Handles one message: resolves when its turn is committed and its reply has been tried. The same
   * `messageId` again does nothing. Throws `StorageUnavailable` when nothing could be stored: the channel
   * must then bring the message again.
   */
  receive(inbound: Inbound): Promise<Receipt>;
  /** What was said in a chat after item `after`, oldest first. */
  history(address: Address, after?: number): Promise<HistoryItem[]>;
}

/** The database cannot be reached. Carries no personal data. */
export class StorageUnavailable extends Error {
  override readonly name = "StorageUnavailable";
}
