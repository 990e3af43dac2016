/** The process's web server: one for all that is reached by HTTP. */
import { getRequestListener } from "@hono/node-server";
import type { Log } from "../log/log.ts";
import type { Service } from "../service.ts";
import { httpServer } from "./http-server.ts";
import { listen } from "./listen.ts";
import { createWebApp } from "./web-app.ts";

export interface ServeOptions {
  services: readonly Service[];
  log: Log;
  /** The address to listen on; loopback unless told. */
  host?: string | undefined;
  /** Without one: 3000, or the next free. */
  port?: number | undefined;
  /** Where people open its pages when that is not loopback. */
  publicUrl?: string | undefined;
}

export interface WebServer {
  /** What to open in a browser. */
  url: string;
  port: number;
  /** Takes no more requests, stops the services, and resolves when the last request is answered. */
  stop(): Promise<void>;
}

export async function serve(options: ServeOptions): Promise<WebServer> {
  const { services, log, host = "127.0.0.1", publicUrl } = options;
  const stopServices = async (): Promise<void> => {
    await Promise.all(services.map((service) => service.stop?.()));
  };
  const server = httpServer(getRequestListener(createWebApp(services, log).fetch));
  const port = await listen(server, host, options.port).catch(async (error: unknown) => {
    await stopServices();
    throw error;
  });
  for (const service of services) service.start?.();
  return {
    url: publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    port,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      await stopServices();
      // A connection whose last answer has just ended is kept alive for the next request, which must not come.
      const sweeping = setInterval(() => server.closeIdleConnections(), 20);
      await closed;
      clearInterval(sweeping);
    },
  };
}
