/**
 * The terminal: the stored reply is itself what a chat prints, so there is nothing to send. Messages come in by
 * `npm run chat`, a process of its own.
 */
import type { Channel, ChannelCapabilities, DeliveryResult } from "../channel.ts";
import { defineChannel } from "../define-channel.ts";

const capabilities: ChannelCapabilities = {
  ...{ delivery: "pushed", writesFirst: "anyone", edits: false, formatting: "plain" },
  textLength: Number.POSITIVE_INFINITY,
  media: ["picture", "file"],
};

class TerminalChannel implements Channel {
  readonly name = "terminal";
  readonly capabilities = capabilities;

  async deliver(): Promise<DeliveryResult> {
    return { outcome: "sent" };
  }
}

export const terminal = defineChannel({
  name: "terminal",
  capabilities,
  variables: {},
  connect: () => ({ open: () => new TerminalChannel() }),
});
