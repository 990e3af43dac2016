/** The inspector beside a running assistant: the same page, and its conversations live. */
import { randomBytes } from "node:crypto";
import type { Hono } from "hono";
import { doorsFor } from "../bot/channels/web/guard.ts";
import { newId } from "../bot/clock.ts";
import type { Composition } from "../bot/compose.ts";
import type { Config } from "../bot/config.ts";
import { liveRoutes } from "./live/live-routes.ts";
import type { Steering } from "./live/steer-partners.ts";
import { inspectorApp } from "./server/inspector-app.ts";
import { inspectorPath } from "./server/serve-inspector.ts";

export interface InspectorBeside {
  routes(app: Hono): void;
  /** What to open, given the messenger's own address; a token that was chosen stands there by its name. */
  address(messenger: string): string;
}

const loopback: ReadonlySet<string> = new Set(["127.0.0.1", "localhost", "::1"]);

/** Where others may reach the page, and in production, only with INSPECTOR_TOKEN set; else undefined. */
export function inspectorBeside(
  { assistant, jobs, steering }: Composition & { steering: Steering },
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
): InspectorBeside | undefined {
  const apart = loopback.has(config.HOST) && config.NODE_ENV !== "production";
  const { INSPECTOR_TOKEN: chosen } = config;
  const token = chosen ?? (apart ? randomBytes(32).toString("base64url") : undefined);
  if (token === undefined) return undefined;
  const doors = doorsFor(config.HOST, config.PUBLIC_URL);
  const extraRoutes = liveRoutes({ assistant, jobs, steering, env, newId });
  return {
    routes: (app) => void app.route(inspectorPath, inspectorApp({ doors, token, newId, extraRoutes })),
    // Whoever chose a token knows it; what is printed may be kept.
    address: (messenger) =>
      `${messenger}${inspectorPath}#token=${chosen === undefined ? token : "INSPECTOR_TOKEN"}`,
  };
}
