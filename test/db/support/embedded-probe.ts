/** What the tests of the embedded Postgres look at. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, expect, vi } from "vitest";
import { findPostmaster } from "../../../db/embedded/postmaster.ts";
import { memoryFolder } from "../../support/memory-folder.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder, gone after the tests. */
export function newFolder(mode = 0o755, parent = memoryFolder()): string {
  const folder = mkdtempSync(join(parent, "jiedao-embedded-"));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

/** Process id of the server that runs on a folder's data. */
export const serverOf = (folder: string): number | undefined => findPostmaster(join(folder, "postgres"))?.pid;

export const expectGone = (folder: string): Promise<void> =>
  vi.waitFor(() => expect(serverOf(folder)).toBeUndefined(), { timeout: 20_000 });

export async function query<T>(url: string, use: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    return await use(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
