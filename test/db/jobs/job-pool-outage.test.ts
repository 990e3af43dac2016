/** A rejection that nobody handles fails the whole run: that none comes is part of every test here. */
import { EventEmitter, once } from "node:events";
import { Logger, run } from "graphile-worker";
import { describe, expect, it, vi } from "vitest";
import { openJobPool } from "../../../db/jobs/job-pool.ts";
import { freshDatabase } from "../../support/database.ts";
import { tcpProxy } from "../../support/tcp-proxy.ts";

const stories: { how: string; failure?: Error; left: object[] }[] = [
  { how: "succeeded", left: [] },
  { how: "failed", failure: new Error("no luck"), left: [{ error: "no luck", locked: false, attempts: 1 }] },
];

const patience = { timeout: 30_000 };

/** A runner whose only connection to the database can be cut, and a job that lasts as long as the test says. */
async function underWay() {
  const database = await freshDatabase();
  const url = new URL(database.url);
  const proxy = await tcpProxy({ host: url.hostname, port: Number(url.port || 5432) });
  url.host = `127.0.0.1:${proxy.port}`;
  const lost: string[] = [];
  const { pool, close } = openJobPool({
    url: url.href,
    size: 5,
    retryMs: 50,
    onLost: (reason) => lost.push(reason),
  });
  const work = new EventEmitter();
  const task = async () => {
    work.emit("begun");
    const [failure] = await once(work, "end");
    if (failure) throw failure;
  };
  const runner = await run({
    ...{ pgPool: pool, taskList: { task }, concurrency: 1, pollInterval: 100 },
    ...{ noHandleSignals: true, logger: new Logger(() => () => {}) },
  });
  const begun = once(work, "begun");
  await database.sql`select graphile_worker.add_job('task')`;
  await begun;
  const away = () => vi.waitFor(() => expect(lost.join()).toContain("ECONNREFUSED"), patience);
  const left = () =>
    database.sql`select last_error as error, locked_at is not null as locked, attempts from graphile_worker.jobs`;
  const stop = async () => {
    await runner.stop();
    await close();
    proxy.cut();
  };
  return { database, proxy, work, left, away, stop };
}

describe("a job that ends while the database is away", () => {
  it.each(stories)(
    "is marked as one that $how when the database is back",
    async ({ failure, left: expected }) => {
      const { database, proxy, work, left, away, stop } = await underWay();
      proxy.cut();
      work.emit("end", failure);
      await away();
      await proxy.mend();
      await vi.waitFor(async () => expect(await left()).toEqual(expected), patience);
      await stop();
      await database.close();
    },
  );

  it("is left to the next runner when this one stops before it is back", async () => {
    const { database, proxy, work, left, away, stop } = await underWay();
    proxy.cut();
    work.emit("end");
    await away();
    await stop();
    expect(await left()).toEqual([{ error: null, locked: true, attempts: 1 }]);
    await database.close();
  });
});
