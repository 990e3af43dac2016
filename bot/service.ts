import type { Hono } from "hono";
import type { Partners } from "../partners/ports.ts";
import type { Composition } from "./compose.ts";
import type { Config } from "./config.ts";
import type { Log } from "./log/log.ts";

/** Something that runs in a process beside its replies and jobs, until it is stopped. */
export interface Service {
  /** Hangs what it answers into the web server, before that listens. */
  routes?(app: Hono): void;
  /** A line for whoever started the process, told once the web server listens at `url`. */
  address?(url: string): string;
  /** Lets what is under way end. */
  stop?(): Promise<void>;
}

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
