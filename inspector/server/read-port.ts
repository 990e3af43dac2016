import { readConfig } from "../../bot/config.ts";

/** PORT alone: the inspector needs nothing else of the configuration. Throws ConfigurationError. */
export const readPort = ({ PORT }: Readonly<Record<string, string | undefined>>): number | undefined =>
  readConfig({ ...(PORT !== undefined && { PORT }) }).PORT;
