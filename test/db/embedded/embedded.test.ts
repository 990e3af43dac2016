import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type EmbeddedPostgres, startEmbedded } from "../../../db/embedded/start-embedded.ts";
import { embeddedProcess } from "../../support/embedded-process.ts";
import { expectGone, newFolder, query, serverOf } from "../support/embedded-probe.ts";

const start = (dataDir: string, log: (line: string) => void = () => {}) => startEmbedded({ dataDir, log });

const remember = (url: string, word: string) =>
  query(url, async (sql) => {
    await sql`create table if not exists words (word text)`;
    await sql`insert into words values (${word})`;
  });
const remembered = (url: string) =>
  query(url, async (sql) => (await sql<{ word: string }[]>`select word from words`).map(({ word }) => word));

describe("the embedded Postgres", () => {
  // One folder for all: making the files of a server takes most of a start.
  const folder = newFolder();

  it("starts, is told of, keeps its data, and is gone once stopped", async () => {
    const log: string[] = [];
    const embedded = await start(folder, (line) => log.push(line));
    expect(embedded).toMatchObject({ dataDir: folder, shared: false });
    expect(log).toEqual([`Embedded Postgres started, data in ${folder}`]);
    await remember(embedded.url, "kept");
    await embedded.stop();
    expect(serverOf(folder)).toBeUndefined();

    const again = await start(folder);
    expect(await remembered(again.url)).toEqual(["kept"]);
    await again.stop();
  });

  it("speaks UTF-8, answers on loopback alone, and to its password alone", async () => {
    const embedded = await start(folder);
    const url = new URL(embedded.url);
    const [settings] = await query(
      embedded.url,
      (sql) => sql`
        select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as addresses,
          upper('é') as upper, array(select unnest(array['b', 'A', 'a']) as x order by x) as sorted`,
    );
    expect(settings).toEqual({
      ...{ encoding: "UTF8", addresses: "127.0.0.1", upper: "É", sorted: ["A", "a", "b"] },
    });
    expect(statSync(join(folder, "postgres", "jiedao.password")).mode & 0o077).toBe(0);
    url.password = "a guess";
    await expect(query(url.href, (sql) => sql`select 1`)).rejects.toMatchObject({ code: "28P01" });
    await embedded.stop();
  });

  it("is shared with a second process, and stopped by the last of them", async () => {
    const first = await embeddedProcess({ dataDir: folder });
    const second = await start(folder);
    expect([first.shared, second.shared]).toEqual([false, true]);
    await first.stop();
    expect(await remembered(second.url)).toEqual(["kept"]);
    await second.stop();
    expect(serverOf(folder)).toBeUndefined();
  });

  it("outlives a process that is killed, and the next one takes it over", async () => {
    const killed = await embeddedProcess({ dataDir: folder });
    await remember(killed.url, "before the kill");
    const server = serverOf(folder);
    await killed.kill();
    expect(serverOf(folder)).toBe(server);
    const next = await start(folder);
    expect(next.shared).toBe(true);
    expect(serverOf(folder)).toBe(server);
    expect(await remembered(next.url)).toContain("before the kill");
    await next.stop();
    expect(serverOf(folder)).toBeUndefined();
  });

  it("recovers when process and server are both killed", async () => {
    const killed = await embeddedProcess({ dataDir: folder });
    await remember(killed.url, "before both kills");
    const server = serverOf(folder);
    await killed.kill();
    process.kill(server ?? 0, "SIGKILL");
    const next = await start(folder);
    expect(next.shared).toBe(false);
    expect(await remembered(next.url)).toContain("before both kills");
    await next.stop();
  });

  it("starts although another program now has the process id that a killed server left", async () => {
    const embedded = await start(folder);
    const note = join(folder, "postgres", "postmaster.pid");
    const stale = readFileSync(note, "utf8").replace(/^\d+/, String(process.pid));
    await embedded.stop();
    writeFileSync(note, stale);
    const next = await start(folder);
    expect(next.shared).toBe(false);
    await next.stop();
  });

  it("is stopped when its process ends without a word", async () => {
    const crashed = await embeddedProcess({ dataDir: folder });
    await crashed.crash();
    await expectGone(folder);
  });

  it("goes on for the others when one ends without a word", async () => {
    const crashed = await embeddedProcess({ dataDir: folder });
    const other = await start(folder);
    await crashed.crash();
    expect(await remembered(other.url)).toContain("kept");
    await other.stop();
    await expectGone(folder);
  });
});

describe("an empty folder", () => {
  it("may be started in by several at once: one server is made, for all of them", async () => {
    const folder = newFolder();
    const all: EmbeddedPostgres[] = await Promise.all([start(folder), start(folder)]);
    const another = await embeddedProcess({ dataDir: folder });
    expect(new Set([...all, another].map(({ url }) => url)).size).toBe(1);
    expect(all.filter(({ shared }) => !shared)).toHaveLength(1);
    await Promise.all([...all.map((one) => one.stop()), another.stop()]);
    expect(serverOf(folder)).toBeUndefined();
  });

  it("may be left by many at the same moment: the last of them stops the server, and none fails", async () => {
    const first = await start(newFolder());
    const folder = first.dataDir;
    const all = [first, ...(await Promise.all(Array.from({ length: 7 }, () => start(folder))))];
    await Promise.all(all.map((one) => one.stop()));
    expect(serverOf(folder)).toBeUndefined();
  });
});
