/** The process's web application: what every service answers, its errors in one sentence each. */
import { type Context, Hono } from "hono";
import type { Log } from "../log/log.ts";
import type { Service } from "../service.ts";
import { StorageUnavailable } from "../storage-unavailable.ts";
import { requestLimit } from "./body-limits.ts";
import { refuse } from "./refusals.ts";

export function createWebApp(services: readonly Service[], log: Log): Hono {
  const app = new Hono();
  app.onError((error, c) => refuseFault(c, error, log));
  app.notFound((c) => refuse(c, "not-found"));
  app.use(requestLimit);
  // Other callers than a page's (a messenger's webhook, a health probe) prove themselves in their own way.
  for (const service of services) service.routes?.(app);
  for (const service of services) service.pages?.(app);
  return app;
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
