/** Serves the inspector alone, on loopback. */
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { channelNames } from "../../bot/channels/registered.ts";
import { requestLimit } from "../../bot/http/body-limits.ts";
import { doorsFor } from "../../bot/http/guard.ts";
import { httpServer } from "../../bot/http/http-server.ts";
import { listen } from "../../bot/http/listen.ts";
import type { InspectedMachines } from "../registry/inspected-machine.ts";
import { inspectorApp } from "./inspector-app.ts";
import { inspectorPath } from "./inspector-path.ts";

export interface ServedInspector {
  /** Carries the token after "#", which is never sent anywhere. */
  url: string;
  stop(): Promise<void>;
}

export interface ServeInspectorOptions {
  machines: InspectedMachines;
  token: string;
  newId: () => string;
  /** The address of Stately's own inspector. */
  stately?: string | undefined;
  /** Without one: 3000, or the next free. */
  port?: number;
}

const host = "127.0.0.1";

export async function serveInspector({
  machines,
  token,
  newId,
  port,
  stately,
}: ServeInspectorOptions): Promise<ServedInspector> {
  const app = new Hono();
  app.use(requestLimit);
  app.get("/", (c) => c.redirect(inspectorPath));
  app.route(
    inspectorPath,
    inspectorApp({ machines, doors: doorsFor(host), token, newId, stately, channels: channelNames }),
  );
  const server = httpServer(getRequestListener(app.fetch));
  const taken = await listen(server, host, port);
  return {
    url: `http://${host}:${taken}${inspectorPath}#token=${token}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
