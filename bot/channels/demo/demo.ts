/** Chats of made-up borrowers, whom nobody answers: what they are told counts as shown, and stands in the outbox. */
import type { Channel, ChannelCapabilities, DeliveryResult } from "../channel.ts";
import { defineChannel } from "../define-channel.ts";

const capabilities: ChannelCapabilities = {
  ...{ delivery: "pushed", writesFirst: "anyone", edits: false, formatting: "plain" },
  textLength: Number.POSITIVE_INFINITY,
  media: ["picture", "file"],
};

class DemoChannel implements Channel {
  readonly name = "demo";
  readonly capabilities = capabilities;

  async deliver(): Promise<DeliveryResult> {
    return { outcome: "sent" };
  }
}

export const demo = defineChannel({
  name: "demo",
  capabilities,
  variables: {},
  connect: (_values, { NODE_ENV }) =>
    NODE_ENV === "production" ? undefined : { open: () => new DemoChannel() },
});
