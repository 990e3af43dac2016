import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { type Database, openDatabase } from "../../db/connection/connection.ts";
import { databaseUrl } from "./database-url.ts";

/**
 * A migrated, empty database of one's own, on a real Postgres; closing it drops it:
 *
 *     const database = await freshDatabase();
 *     afterAll(() => database.close());
 */
export async function freshDatabase(poolSize = 5): Promise<Database> {
  const template = new URL(inject("templateUrl")).pathname.slice(1);
  const name = `${template}_${randomBytes(4).toString("hex")}`;
  await administer(`create database ${name} template ${template}`);
  const database = openDatabase({ url: databaseUrl(inject("templateUrl"), name), poolSize });
  const close = async () => {
    await database.close();
    await administer(`drop database ${name} with (force)`);
  };
  return { ...database, close };
}

/** Not through the template itself: a database that is copied must have no connections. */
async function administer(statement: string): Promise<void> {
  const sql = postgres(databaseUrl(inject("templateUrl"), "postgres"), { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
