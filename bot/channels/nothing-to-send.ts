import type { Channel, ChannelCapabilities } from "./channel.ts";

/** Of whom reads the stored replies as they are: delivering one is counting it as shown. */
export const storedReplies: ChannelCapabilities = {
  ...{ delivery: "pushed", writesFirst: "anyone", edits: false, formatting: "plain" },
  textLength: Number.POSITIVE_INFINITY,
  media: ["picture", "file"],
};

/** A channel without a messenger behind it. */
export const nothingToSend = (name: string): Channel => ({
  name,
  capabilities: storedReplies,
  deliver: async () => ({ outcome: "sent" }),
});
