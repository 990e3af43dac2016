/** One Postgres for the whole run: DATABASE_URL's, or the embedded one in a folder of its own. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "../db/connection/migrate.ts";
import { startEmbedded } from "../db/embedded/start-embedded.ts";
import { databaseUrl } from "./support/database-url.ts";
import { memoryFolder } from "./support/memory-folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Of the database that fresh ones are copied from; nobody connects to it. */
    templateUrl: string;
  }
}

let undo: (() => Promise<void>)[] = [];

export async function setup(project: TestProject): Promise<void> {
  const server = process.env["DATABASE_URL"] ?? (await startForTests());
  const template = `jiedao_test_${randomBytes(6).toString("hex")}`;
  const admin = postgres(server, { max: 1, onnotice: () => {} });
  undo.unshift(async () => {
    await admin.unsafe(`drop database if exists ${template} with (force)`);
    await admin.end();
  });
  await admin.unsafe(`create database ${template}`);
  const templateUrl = databaseUrl(server, template);
  await migrate({ url: templateUrl });
  project.provide("templateUrl", templateUrl);
}

export async function teardown(): Promise<void> {
  for (const step of undo) await step();
  undo = [];
}

/** Data that lives for one run needs no fsync, no replica and no tidying up. */
async function startForTests(): Promise<string> {
  const folder = mkdtempSync(join(memoryFolder(), "jiedao-test-"));
  const careless = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "autovacuum=off"];
  const settings = [...careless, "wal_level=minimal", "max_wal_senders=0", "max_connections=200"];
  const embedded = await startEmbedded({ dataDir: folder, log: () => {}, settings });
  undo.unshift(async () => {
    await embedded.stop();
    for (const one of [folder, embedded.dataDir]) rmSync(one, { recursive: true, force: true });
  });
  await rememberPasswordCheaply(embedded.url);
  return embedded.url;
}

/** Thousands of connections are opened in a run, and each proves that it knows the password. */
async function rememberPasswordCheaply(url: string): Promise<void> {
  const { username, password } = new URL(url);
  const sql = postgres(url, { max: 1 });
  await sql.unsafe(`set scram_iterations = 1; alter role ${username} password '${password}'`);
  await sql.end();
}
