/** What is known of the channels as a whole, derived from the registry. */
import * as registry from "./registry.ts";

/** The names of the channels that there are. The core takes any name: what is stored may be of a channel that is no more. */
export type ChannelName = (typeof registry)[keyof typeof registry]["name"];

export const channelDefinitions = Object.values(registry);

/** Those that write to people by themselves first. */
export const channelNames: readonly ChannelName[] = channelDefinitions
  .toSorted(
    (one, other) =>
      Number(other.capabilities.delivery === "pushed") - Number(one.capabilities.delivery === "pushed"),
  )
  .map(({ name }) => name);

/** Characters that fit into one message of every channel. */
export const longestEverywhere: number = Math.min(
  ...channelDefinitions.map(({ capabilities }) => capabilities.textLength),
);
