/** An exception that nobody can catch fails the whole run: that none comes is part of every test here. */
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Database, openDatabase, type Tx } from "../../../db/connection/connection.ts";
import { isStorageFailure } from "../../../db/connection/storage-failure.ts";
import { freshDatabase } from "../../support/database.ts";
import { type TcpProxy, tcpProxy } from "../../support/tcp-proxy.ts";

const admin = await freshDatabase();
afterAll(() => admin.close());

let proxy: TcpProxy;
let database: Database;
beforeEach(async () => {
  const url = new URL(admin.url);
  proxy = await tcpProxy({ host: url.hostname, port: Number(url.port || 5432) });
  url.host = `127.0.0.1:${proxy.port}`;
  database = openDatabase({ url: url.href, poolSize: 2 });
});
afterEach(async () => {
  await database.close();
  proxy.cut();
});

const backend = async (tx: Tx): Promise<number> => {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return row?.pid ?? 0;
};
const ask = async (q: Database["orm"]): Promise<unknown> => {
  const [row] = await q.execute<{ one: number }>(sql`select ${1}::integer as one`);
  return row?.one;
};
/** Ends a server process, and waits until it is gone. */
async function terminate(pid: number): Promise<void> {
  await admin.sql`select pg_terminate_backend(${pid}, 5000)`;
}
const terminateSoon = (pid: number) => void setImmediate(() => terminate(pid).catch(() => {}));

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => "it succeeded",
    (error: unknown) => isStorageFailure(error),
  );
}

describe("a transaction whose connection ends", () => {
  const stories: [string, (tx: Tx) => Promise<unknown>][] = [
    [
      "while a statement runs",
      async (tx) => {
        terminateSoon(await backend(tx));
        await tx.execute(sql`select pg_sleep(${30}::integer)`);
      },
    ],
    [
      "while many statements are under way",
      async (tx) => {
        terminateSoon(await backend(tx));
        await Promise.all([30, 31, 32].map((time) => tx.execute(sql`select pg_sleep(${time}::integer)`)));
      },
    ],
    ["before it commits", async (tx) => terminate(await backend(tx))],
    [
      "between two statements",
      async (tx) => {
        await terminate(await backend(tx));
        await ask(tx);
      },
    ],
    [
      "inside a savepoint",
      async (tx) => {
        terminateSoon(await backend(tx));
        await tx.transaction((nested) => nested.execute(sql`select pg_sleep(${30}::integer)`));
      },
    ],
    [
      "and that goes on regardless",
      async (tx) => {
        terminateSoon(await backend(tx));
        await tx.execute(sql`select pg_sleep(${30}::integer)`).catch(() => {});
        await ask(tx);
        await tx.transaction((nested) => ask(nested));
      },
    ],
  ];

  it.each(stories)("%s, fails as an outage, and the pool goes on", async (_, story) => {
    // More often than there are connections: none of them is left behind unusable.
    for (let time = 0; time < 4; time += 1) {
      expect(await failureOf(database.orm.transaction(story))).toBe(true);
    }
    expect(await Promise.all([ask(database.orm), ask(database.orm), ask(database.orm)])).toEqual([1, 1, 1]);
  });
});

describe("a database that is away", () => {
  it("fails every statement as an outage, and answers again when it is back", async () => {
    expect(await ask(database.orm)).toBe(1);
    proxy.cut();
    for (let time = 0; time < 3; time += 1) expect(await failureOf(ask(database.orm))).toBe(true);
    expect(await failureOf(database.orm.transaction(ask))).toBe(true);
    await proxy.mend();
    await vi.waitFor(async () => expect(await ask(database.orm)).toBe(1), { timeout: 10_000 });
  });

  it("keeps its dates, JSON and numbers as they were", async () => {
    const read = () =>
      database.orm.execute(
        sql`select '2026-02-10'::date as day, '{"a":1}'::jsonb as json, 1.10::numeric as sum`,
      );
    const before = await read();
    proxy.cut();
    await failureOf(ask(database.orm));
    await proxy.mend();
    await vi.waitFor(async () => expect(await read()).toEqual(before), { timeout: 10_000 });
    expect(before[0]).toEqual({ day: "2026-02-10", json: { a: 1 }, sum: "1.10" });
  });

  it("is listened to again when it is back", async () => {
    const heard: string[] = [];
    await database.sql.listen("news", (word) => heard.push(word));
    proxy.cut();
    expect(await failureOf(ask(database.orm))).toBe(true);
    await proxy.mend();
    await vi.waitFor(
      async () => {
        await admin.sql.notify("news", "back");
        expect(heard).toContain("back");
      },
      { timeout: 10_000 },
    );
  });
});
