import { once } from "node:events";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";

export interface Listening {
  /** "http://127.0.0.1:12345" */
  origin: string;
  /** Ends open connections, too. */
  close(): Promise<void>;
}

/** Serves on a free port of loopback. */
export async function listen(app: Hono): Promise<Listening> {
  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 });
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A server without a port");
  const close = async (): Promise<void> => {
    const closed = once(server, "close");
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
    await closed;
  };
  return { origin: `http://127.0.0.1:${address.port}`, close };
}
