/** Connections for graphile-worker's `runOnce`, which otherwise opens and closes its own at each call: most of a test's time. */
import pg from "pg";
import type { Database } from "../../db/connection/connection.ts";

const pools = new WeakMap<Database["sql"], pg.Pool>();

/** The same pool for as long as its database is open; what is dropped under it needs no goodbye. */
export function jobPool({ sql, url }: Pick<Database, "sql" | "url">): pg.Pool {
  const pool = pools.get(sql) ?? openPool(url);
  pools.set(sql, pool);
  return pool;
}

function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 5, allowExitOnIdle: true });
  // A dropped database ends its connections; graphile-worker wants both handlers there.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
