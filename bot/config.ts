/** The configuration: read from the environment once, each value checked, each mistake named in one sentence. */
import type { ConfiguredChannel } from "./channels/define-channel.ts";
import { channelDefinitions } from "./channels/registered.ts";
import { type Environment, readSettings, type Settings } from "./settings.ts";

export interface Config extends Settings {
  /** Those of the registry that the environment has settings for, or that need none. */
  channels: readonly ConfiguredChannel[];
}

/** Empty variables count as absent. Throws ConfigurationError. */
export function readConfig(environment: Environment): Config {
  const settings = readSettings(environment);
  const channels = channelDefinitions.flatMap((channel) => channel.configure(environment, settings) ?? []);
  return { ...settings, channels };
}
