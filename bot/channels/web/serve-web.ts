/** The web messenger: one page on which several tabs are several borrowers, and the API that it talks to. */
import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import type { Sql } from "postgres";
import type { Assistant } from "../../assistant.ts";
import { doorsFor, guard, pageHeaders } from "../../http/guard.ts";
import { serveFile } from "../../http/page-file.ts";
import type { Service } from "../../service.ts";
import { createApi } from "./api.ts";
import { bundlePage } from "./page-bundle.ts";
import { listenForWakeUps } from "./wake-ups.ts";

export interface ServeWebOptions {
  assistant: Assistant;
  /** Wake-ups are listened for here, on a connection of their own. */
  sql: Sql;
  /** The page says that everything is pretended. */
  sandbox: boolean;
  /** The address that the server listens on; loopback unless told. */
  host?: string | undefined;
  /** Where people open the page when that is not loopback: requests under other names are refused. */
  publicUrl?: string | undefined;
  heartbeatSeconds?: number | undefined;
}

export async function serveWeb(options: ServeWebOptions): Promise<Service> {
  const { assistant, sql, host = "127.0.0.1", publicUrl, heartbeatSeconds = 20 } = options;
  const [page, wakeUps] = await Promise.all([bundlePage(options), listenForWakeUps(sql)]);
  return {
    pages(app) {
      const own = new Hono();
      own.use(pageHeaders, guard(doorsFor(host, publicUrl)));
      own.route("/api", createApi({ assistant, wakeUps, newToken, heartbeatSeconds }));
      for (const [path, file] of page) own.get(path, (c) => serveFile(c, file));
      app.route("/", own);
    },
    /** Ends the open streams. */
    stop: () => wakeUps.stop(),
  };
}

/** A tab's bearer token: 256 random bits. */
const newToken = (): string => randomBytes(32).toString("base64url");
