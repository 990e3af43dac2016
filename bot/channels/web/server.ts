/** The web messenger: one page on which several tabs are several borrowers. */
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import type { Sql } from "postgres";
import type { Assistant } from "../../assistant.ts";
import type { Log } from "../../log/log.ts";
import { createWebApp } from "./app.ts";
import { doorsFor } from "./guard.ts";
import { httpServer } from "./http-server.ts";
import { listen } from "./listen.ts";
import { bundlePage } from "./page-bundle.ts";
import { listenForWakeUps } from "./wake-ups.ts";

export interface WebMessengerOptions {
  assistant: Assistant;
  /** Wake-ups are listened for here, on a connection of their own. */
  sql: Sql;
  log: Log;
  /** 256 random bits in base64url: a tab's bearer token. */
  newToken: () => string;
  /** The page says that everything is pretended. */
  sandbox: boolean;
  /** The address to listen on; loopback unless told. */
  host?: string;
  /** Without one: 3000, or the next free. */
  port?: number;
  /** Where people open the page when that is not loopback: requests under other names are refused. */
  publicUrl?: string;
  heartbeatSeconds?: number;
  /** Routes for other callers than the page; the Host and Origin checks do not stand before them. */
  extraRoutes?: (app: Hono) => void;
}

export interface WebMessenger {
  /** What to open in a browser. */
  url: string;
  port: number;
  app: Hono;
  /** Ends the open streams and resolves when the last request is answered. */
  stop(): Promise<void>;
}

export async function startWebMessenger(options: WebMessengerOptions): Promise<WebMessenger> {
  const { host = "127.0.0.1", heartbeatSeconds = 20, publicUrl, sql } = options;
  const [page, wakeUps] = await Promise.all([bundlePage(options), listenForWakeUps(sql)]);
  const doors = doorsFor(host, publicUrl);
  const app = createWebApp({ ...options, page, wakeUps, doors, heartbeatSeconds });
  const server = httpServer(getRequestListener(app.fetch));
  const port = await listen(server, host, options.port).catch(async (error: unknown) => {
    await wakeUps.stop();
    throw error;
  });
  return {
    url: publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    port,
    app,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      await wakeUps.stop();
      // A connection whose last answer has just ended is kept alive for the next request, which must not come.
      const sweeping = setInterval(() => server.closeIdleConnections(), 20);
      await closed;
      clearInterval(sweeping);
    },
  };
}
