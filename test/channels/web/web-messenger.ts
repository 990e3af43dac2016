/** The web messenger in a server of its own, without Telegram, campaigns or the inspector. */
import type { Hono } from "hono";
import { type ServeWebOptions, serveWeb } from "../../../bot/channels/web/serve-web.ts";
import { serve, type WebServer } from "../../../bot/http/serve.ts";
import type { Log } from "../../../bot/log/log.ts";

export interface WebMessengerOptions extends ServeWebOptions {
  log: Log;
  port?: number;
  /** Routes for other callers than the page. */
  extraRoutes?: (app: Hono) => void;
}

export async function startWebMessenger(options: WebMessengerOptions): Promise<WebServer> {
  const { extraRoutes, log, host, port, publicUrl } = options;
  const others = extraRoutes ? [{ routes: extraRoutes }] : [];
  const services = [...others, await serveWeb(options)];
  return await serve({ services, log, host, port, publicUrl });
}
