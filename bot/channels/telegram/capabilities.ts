import type { ChannelCapabilities } from "../channel.ts";

/** Bot API 9: core.telegram.org/bots/api, and core.telegram.org/bots/faq for the rates. */
export const capabilities = {
  ...{ delivery: "pushed", writesFirst: "borrower", edits: true, formatting: "html" },
  /** Counted after the markup is taken away. */
  textLength: 4096,
  buttonBytes: 64,
  media: ["picture", "file"],
  perChatASecond: 1,
} as const satisfies ChannelCapabilities;
