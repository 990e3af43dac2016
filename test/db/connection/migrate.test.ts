import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as migrateTables } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../../db/connection/connection.ts";
import { migrate } from "../../../db/connection/migrate.ts";
import * as schema from "../../../db/schema.ts";
import { freshDatabase } from "../../support/database.ts";
import { databaseUrl } from "../../support/database-url.ts";

const database = await freshDatabase();
afterAll(() => database.close());

describe("migrating", () => {
  it("an empty database, by many processes that start at once", async () => {
    const name = `${new URL(database.url).pathname.slice(1)}_empty`;
    await database.sql.unsafe(`create database ${name}`);
    const url = databaseUrl(database.url, name);
    await Promise.all(Array.from({ length: 4 }, () => migrate({ url })));
    const fresh = openDatabase({ url, poolSize: 1 });
    expect(await tablesOf(fresh.sql)).toEqual(await tablesOf(database.sql));
    await fresh.close();
    await database.sql.unsafe(`drop database ${name}`);
  });

  it("again changes nothing", async () => {
    const before = await database.sql`select id, hash from drizzle.__drizzle_migrations`;
    await migrate({ url: database.url });
    expect(await database.sql`select id, hash from drizzle.__drizzle_migrations`).toEqual(before);
  });

  it("a database of an older release: what it had under way counts as begun", async () => {
    const name = `${new URL(database.url).pathname.slice(1)}_older`;
    await database.sql.unsafe(`create database ${name}`);
    const url = databaseUrl(database.url, name);
    await migrateUpTo(url, 9);
    const older = openDatabase({ url, poolSize: 1 });
    await older.sql.unsafe(`
      set session_replication_role = replica;
      insert into commands (id, conversation_id, turn_id, kind, idempotency_key, payload)
      values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'payOut', 'pay-out:1', '{}')`);
    await migrate({ url });
    expect(await older.sql`select begun_at = created_at as begun from commands`).toEqual([{ begun: true }]);
    await older.close();
    await database.sql.unsafe(`drop database ${name}`);
  });

  it("gives what the schema describes: no migration is missing", async () => {
    const journal = readJson("_journal.json") as { entries: { idx: number }[] };
    const last = String(journal.entries.at(-1)?.idx ?? 0).padStart(4, "0");
    const migrated = readJson(`${last}_snapshot.json`) as Parameters<typeof generateMigration>[0];
    expect(await generateMigration(migrated, generateDrizzleJson({ ...schema }))).toEqual([]);
  });

  it("brings the tables of the jobs, in a schema of their own", async () => {
    const [row] = await database.sql`select to_regclass('graphile_worker.jobs') is not null as there`;
    expect(row?.["there"]).toBe(true);
  });
});

const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../db/migrations/meta/${name}`, import.meta.url), "utf8"));

/** As a release that had the migrations up to this number only. */
async function migrateUpTo(url: string, last: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "migrations-"));
  cpSync(new URL("../../../db/migrations", import.meta.url), folder, { recursive: true });
  const { entries, ...journal } = readJson("_journal.json") as { entries: { idx: number }[] };
  const known = entries.filter(({ idx }) => idx <= last);
  writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify({ ...journal, entries: known }));
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await migrateTables(drizzle(sql), { migrationsFolder: folder });
  await sql.end();
  rmSync(folder, { recursive: true });
}

async function tablesOf(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('public', 'graphile_worker') order by name`;
  return rows.map(({ name }) => name);
}
