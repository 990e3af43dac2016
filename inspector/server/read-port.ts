import { readSettings } from "../../bot/settings.ts";

/** PORT alone: the inspector needs nothing else of the configuration. Throws ConfigurationError. */
export const readPort = ({ PORT }: Readonly<Record<string, string | undefined>>): number | undefined =>
  readSettings({ ...(PORT !== undefined && { PORT }) }).PORT;
