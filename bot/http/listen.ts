import type { Server } from "node:http";
import { ConfigurationError } from "../settings.ts";

/** Tried when no port was asked for: this one, else the next free. */
const firstPort = 3000;
const portsTried = 50;

/**
 * Starts listening and returns the port; 0 takes any. Throws ConfigurationError when a configured port is taken:
 * the operator wanted that one.
 */
export async function listen(server: Server, host: string, configuredPort?: number): Promise<number> {
  const first = configuredPort ?? firstPort;
  const last = configuredPort ?? firstPort + portsTried - 1;
  for (let port = first; port <= last; port++) {
    try {
      return await listenOn(server, host, port);
    } catch (error) {
      if (!isPortTaken(error)) throw error;
    }
  }
  throw new ConfigurationError(
    configuredPort === undefined
      ? `PORT is to be set: ${first} to ${last} are all taken.`
      : "PORT is taken by another program: set another, or none to have the next free one.",
  );
}

function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
