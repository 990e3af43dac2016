import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { openJobPool } from "../../../db/jobs/job-pool.ts";
import { freshDatabase } from "../../support/database.ts";

async function opened() {
  const database = await freshDatabase();
  const lost: string[] = [];
  const jobs = openJobPool({ url: database.url, size: 1, onLost: (reason) => lost.push(reason) });
  return { database, lost, ...jobs };
}

const fatal = new Error("terminating connection due to administrator command");

describe("the connections of a job runner", () => {
  it("that are lost are told of, and others take their place", async () => {
    const { database, lost, pool, close } = await opened();
    const removed = new Promise((resolve) => pool.once("remove", resolve));
    const { rows } = await pool.query<{ pid: number }>("select pg_backend_pid() as pid");
    await database.sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`;
    await removed;
    expect(lost).toContain(fatal.message);
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await close();
    await database.close();
  });

  it("may be ended by a server that stops while they say goodbye: nothing is thrown, nothing told", async () => {
    const { database, lost, pool, close } = await opened();
    const connected = once(pool, "connect");
    await pool.query("select");
    const [client] = await connected;
    const closing = close();
    // As pg does with what a server says last. Without a listener an error that is emitted is thrown.
    client.emit("error", fatal);
    pool.emit("error", fatal, client);
    await closing;
    client.emit("error", fatal);
    expect(lost).toEqual([]);
    await database.close();
  });
});
