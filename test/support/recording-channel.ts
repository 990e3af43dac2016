import type { Channel, ChannelCapabilities, Delivery, DeliveryResult } from "../../bot/channels/channel.ts";

/** What becomes of a delivery; "fails" is a process that dies on the way, "hangs" one that never comes back, a function what happens meanwhile. */
export type Fate = DeliveryResult | "fails" | "hangs" | (() => Promise<DeliveryResult>);

export interface RecordingChannel extends Channel {
  /** What was shown, in the order in which it was. */
  readonly shown: readonly Delivery[];
  /** The fates of the next deliveries; after them everything is shown at once. */
  meets(...fates: Fate[]): void;
}

const capabilities: ChannelCapabilities = {
  ...{ delivery: "pushed", writesFirst: "anyone", edits: true, formatting: "plain" },
  textLength: Number.POSITIVE_INFINITY,
  media: ["picture", "file"],
};

/** A channel that keeps what it is given to show. */
export function recordingChannel(): RecordingChannel {
  const shown: Delivery[] = [];
  const fates: Fate[] = [];
  return {
    name: "terminal",
    capabilities,
    shown,
    meets: (...next) => void fates.push(...next),
    deliver: async (delivery) => {
      const met = fates.shift() ?? { outcome: "sent", ref: `shown-${shown.length + 1}` };
      const fate = typeof met === "function" ? await met() : met;
      if (fate === "hangs") return await new Promise<never>(() => {});
      if (fate === "fails") throw new Error("the process died before the message was shown");
      if (fate.outcome === "sent") shown.push(delivery);
      return fate;
    },
  };
}
