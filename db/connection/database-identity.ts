/** Which database this is: what is kept elsewhere about its rows is bound to it. */
import { sql } from "drizzle-orm";
import type { Queryable } from "./connection.ts";

/**
 * "<uuid>.<oid>", without a colon. The number tells a copy made on the same server from its original, which share
 * the uuid.
 */
export async function databaseIdentity(q: Queryable): Promise<string> {
  const [row] = await q.execute<{ identity: string }>(sql`
    select id || '.' || (select oid from pg_database where datname = current_database()) as identity
    from database_identity`);
  if (!row) throw new Error("the database has no identity: its tables were not made by the migrations");
  return row.identity;
}
