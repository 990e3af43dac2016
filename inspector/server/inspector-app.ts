/** The inspector's web application: the page for everyone on this machine, the API for who has the token. */
import { timingSafeEqual } from "node:crypto";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { type Doors, guard, ownFilesAlone } from "../../bot/http/guard.ts";
import { serveFile } from "../../bot/http/page-file.ts";
import type { InspectedMachines } from "../registry/inspected-machine.ts";
import { CauseRefused, SessionGone, steppingRefusals } from "../stepping/refusals.ts";
import { machineRoutes } from "./machine-routes.ts";
import { inspectorPage, pagePaths } from "./page-files.ts";
import { sessionRoutes } from "./session-routes.ts";
import { keepSessions } from "./sessions.ts";

export interface InspectorAppOptions {
  machines: InspectedMachines;
  doors: Doors;
  /** Asked for as a bearer token by every route of the API. */
  token: string;
  newId: () => string;
  /** The address of Stately's own inspector, which the page may then open and talk to. */
  stately?: string | undefined;
  /** Where running conversations are looked for. */
  channels: readonly string[];
  /** More of the API, behind the same token. */
  extraRoutes?: Hono;
}

/** To be mounted at /inspector. */
export function inspectorApp(options: InspectorAppOptions): Hono {
  const { machines, doors, token, newId, stately, channels, extraRoutes = noLive() } = options;
  const app = new Hono();
  app.onError(refused);
  app.use(headers(stately !== undefined), guard(doors));
  app.use("/api/*", bearer(token));
  app.route("/api/machines", machineRoutes(machines));
  app.route("/api/sessions", sessionRoutes(keepSessions(newId), machines));
  app.route("/api", extraRoutes);
  const page = onceAsked(() => inspectorPage({ stately, channels }));
  for (const path of pagePaths)
    app.get(path, async (c) => {
      const file = (await page()).get(path);
      return file ? serveFile(c, file) : c.notFound();
    });
  return app;
}

const headers = (opensWindow: boolean): MiddlewareHandler =>
  secureHeaders({
    ...ownFilesAlone,
    crossOriginOpenerPolicy: opensWindow ? "unsafe-none" : "same-origin",
  });

function noLive(): Hono {
  const app = new Hono();
  app.all("/live/*", () => {
    throw new CauseRefused(steppingRefusals.notLive());
  });
  return app;
}

function bearer(token: string): MiddlewareHandler {
  const expected = Buffer.from(`Bearer ${token}`);
  return async (c, next) => {
    const given = Buffer.from(c.req.header("authorization") ?? "");
    if (given.length === expected.length && timingSafeEqual(given, expected)) return next();
    return c.json(answerOf(new CauseRefused(steppingRefusals.noToken())), 401);
  };
}

/** Nobody may ever open it: nothing is bundled before. */
function onceAsked<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const answerOf = ({ message, says, issues }: CauseRefused) => ({ message, says, issues });

function refused(error: Error, c: Context): Response {
  if (error instanceof SessionGone) return c.json(answerOf(error), 410);
  if (error instanceof CauseRefused) return c.json(answerOf(error), 422);
  if (error instanceof SyntaxError)
    return c.json(answerOf(new CauseRefused(steppingRefusals.notReadable())), 400);
  return c.json({ message: `The inspector failed: ${error.message}` }, 500);
}
