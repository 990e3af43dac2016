/** The messenger's web application: the page's files and the API, behind the guard. */
import { type Context, Hono } from "hono";
import type { Assistant } from "../../assistant.ts";
import type { Log } from "../../log/log.ts";
import { StorageUnavailable } from "../../storage-unavailable.ts";
import { createApi } from "./api.ts";
import { requestLimit } from "./body-limits.ts";
import { type Doors, guard, pageHeaders } from "./guard.ts";
import type { PageFile } from "./page-bundle.ts";
import { refuse } from "./refusals.ts";
import type { WakeUps } from "./wake-ups.ts";

export interface WebAppOptions {
  assistant: Assistant;
  wakeUps: WakeUps;
  page: ReadonlyMap<string, PageFile>;
  doors: Doors;
  newToken: () => string;
  heartbeatSeconds: number;
  log: Log;
  extraRoutes?: (app: Hono) => void;
}

export function createWebApp(options: WebAppOptions): Hono {
  const app = new Hono();
  app.onError((error, c) => refuseFault(c, error, options.log));
  app.notFound((c) => refuse(c, "not-found"));
  app.use(requestLimit);
  // Other callers than the page (a messenger's webhook, a health probe) prove themselves in their own way.
  options.extraRoutes?.(app);
  app.use(pageHeaders, guard(options.doors));
  app.route("/api", createApi(options));
  for (const [path, file] of options.page) app.get(path, (c) => serveFile(c, file));
  return app;
}

function serveFile(c: Context, file: PageFile): Response {
  c.header("ETag", file.etag);
  c.header("Cache-Control", "no-cache");
  if (c.req.header("if-none-match") === file.etag) return c.body(null, 304);
  return c.body(file.content, 200, { "Content-Type": file.contentType });
}

/** Of Node's server: the connection ended before the whole request had come. Nobody reads the answer. */
const isBrokenOff = (error: Error): boolean =>
  error.message === "aborted" && "code" in error && error.code === "ECONNRESET";

function refuseFault(c: Context, error: Error, log: Log): Response {
  const request = { method: c.req.method, path: c.req.path };
  if (isBrokenOff(error)) {
    log.info(request, "web: a request broke off");
    return refuse(c, "bad-request");
  }
  if (error instanceof StorageUnavailable) {
    const { reason } = error;
    log.warn(
      { ...request, reason },
      "web: nothing could be stored; the page keeps the message and sends it again",
    );
    return refuse(c, reason === "newer-release" ? "updating" : "unavailable");
  }
  log.error({ ...request, err: error }, "web: a request failed");
  return refuse(c, "fault");
}
