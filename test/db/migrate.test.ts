import { readFileSync } from "node:fs";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import type postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../db/connection.ts";
import { migrate } from "../../db/migrate.ts";
import * as schema from "../../db/schema.ts";
import { freshDatabase } from "../support/database.ts";
import { databaseUrl } from "../support/database-url.ts";

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
  JSON.parse(readFileSync(new URL(`../../db/migrations/meta/${name}`, import.meta.url), "utf8"));

async function tablesOf(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('public', 'graphile_worker') order by name`;
  return rows.map(({ name }) => name);
}
