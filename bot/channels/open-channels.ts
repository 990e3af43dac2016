import type { Channel } from "./channel.ts";
import type { ConfiguredChannel, OpenDependencies } from "./define-channel.ts";

/** The ways out of all configured channels. */
export const openChannels = (channels: readonly ConfiguredChannel[], deps: OpenDependencies): Channel[] =>
  channels.map((channel) => channel.open(deps));
