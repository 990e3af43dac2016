import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as migrateTables } from "drizzle-orm/postgres-js/migrator";
import { Logger, runMigrations } from "graphile-worker";
import postgres from "postgres";

const folder = fileURLToPath(new URL("../migrations", import.meta.url));

/** Any fixed number: whoever migrates holds the advisory lock of this key. */
const MIGRATION_LOCK = 7_230_511;

/**
 * Brings a database to this version's tables, the jobs' own included. When many processes start at once the
 * first does the work and the others wait for it. Throws what Postgres says when it cannot be reached.
 */
export async function migrate({ url }: { url: string }): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 5, fetch_types: false });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrateTables(drizzle(sql), { migrationsFolder: folder });
    await runMigrations({ connectionString: url, logger: silent });
  } finally {
    await sql.end();
  }
}

const silent = new Logger(() => () => {});
