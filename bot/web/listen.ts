import type { Server } from "node:http";

/** Tried when no port was asked for: this one, else the next free. */
export const firstPort = 3000;
const portsTried = 50;

/**
 * Starts listening and returns the port. A configured port that is taken is an error (`EADDRINUSE`): the
 * operator wanted that one. Port 0 takes any.
 */
export async function listen(server: Server, host: string, configuredPort?: number): Promise<number> {
  if (configuredPort !== undefined) return listenOn(server, host, configuredPort);
  for (let port = firstPort; port < firstPort + portsTried; port++) {
    try {
      return await listenOn(server, host, port);
    } catch (error) {
      if (!isPortTaken(error)) throw error;
    }
  }
  throw new Error(`No free port between ${firstPort} and ${firstPort + portsTried - 1}: set PORT.`);
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
