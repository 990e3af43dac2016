/** The terminal as a channel: the stored reply is itself what a chat prints, so there is nothing to send. */
import type { Channel, DeliveryResult } from "../channel.ts";

export class TerminalChannel implements Channel {
  readonly name = "terminal";

  async deliver(): Promise<DeliveryResult> {
    return { outcome: "sent" };
  }
}
