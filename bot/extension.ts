import type { Partners } from "../partners/ports.ts";
import type { Composition } from "./assistant.ts";
import type { Config } from "./config.ts";
import type { Log } from "./log/log.ts";
import type { Service } from "./service.ts";

/**
 * A service that another room has, such as campaigns or the inspector. It is handed to a process by the file that puts
 * the process together (ops/processes), so that the assistant imports none of them.
 */
export interface Extension {
  /** Puts something around the partners. */
  around?(partners: Partners): Partners;
  /** Undefined where the configuration does not have it. */
  open(app: Composition, config: Config, log: Log): Promise<Service | undefined>;
}
