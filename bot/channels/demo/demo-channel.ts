/** The channel of demo borrowers: what they are told counts as shown, and stands in the outbox. */
import type { Channel, DeliveryResult } from "../channel.ts";

export class DemoChannel implements Channel {
  readonly name = "demo";

  async deliver(): Promise<DeliveryResult> {
    return { outcome: "sent" };
  }
}
