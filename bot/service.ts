import type { Hono } from "hono";

/** Something that runs in a process beside its replies and jobs, until it is stopped. */
export interface Service {
  /** Hangs what it answers into the web server, before that listens. */
  routes?(app: Hono): void;
  /** Hangs pages and their guard, which stands before everything that no service's `routes` answers. */
  pages?(app: Hono): void;
  /** Begins to receive: the web server listens. */
  start?(): void;
  /** A line for whoever started the process, told once the web server listens at `url`. */
  address?(url: string): string;
  /** Lets what is under way end. */
  stop?(): Promise<void>;
}
