/** The name that Redis is reached by leads to another server, and the one we were connected to becomes its replica. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { redisSessions } from "../../../db/sessions/redis-sessions.ts";
import type { SessionStore } from "../../../db/sessions/session-store.ts";
import { hasRedisServer, type OwnRedis, startRedis } from "../../support/redis-server.ts";
import { type TcpProxy, tcpProxy } from "../../support/tcp-proxy.ts";

const skipped = hasRedisServer ? "" : " (skipped: no redis-server on this machine)";
const patient = { timeout: 10_000, interval: 50 };

describe.skipIf(!hasRedisServer)(`a failover of Redis${skipped}`, () => {
  let master: OwnRedis;
  let replica: OwnRedis;
  /** The name. */
  let proxy: TcpProxy;
  let store: SessionStore;
  let log: string[];
  const key = { channel: "web", chatId: randomUUID() };

  beforeEach(async () => {
    master = await startRedis("--repl-diskless-sync-delay", "0");
    replica = await startRedis("--replicaof", `127.0.0.1 ${master.port}`);
    proxy = await tcpProxy({ host: "127.0.0.1", port: master.port });
    log = [];
    store = await redisSessions({
      ...{ url: `redis://127.0.0.1:${proxy.port}`, ttlSeconds: 60, log: (line) => log.push(line) },
      ...{ database: "database.1", sealKey: "a key that seals sessions in this test" },
    });
    await store.set(key, { seq: 1 });
    await vi.waitFor(async () => expect(await replica.client.dbsize()).toBeGreaterThan(0), patient);
  }, 20_000);
  afterEach(async () => {
    await store.close();
    proxy.cut();
    await Promise.all([master.stop(), replica.stop()]);
  });

  async function promoteReplica(): Promise<void> {
    await replica.client.replicaof("NO", "ONE");
    await master.client.replicaof("127.0.0.1", replica.port);
  }

  const isBack = () => vi.waitFor(() => expect(log.at(-1)).toBe("Redis answers again"), patient);
  const goneAndBack = [expect.stringMatching(/^Redis does not answer \(READONLY/), "Redis answers again"];

  it("is followed: what is written then reaches the new master, with one line out and one back", async () => {
    await promoteReplica();
    proxy.leadTo(replica.port);
    await store.set(key, { seq: 2 });
    await isBack();
    await store.set(key, { seq: 3 });
    expect(await store.get(key)).toEqual({ seq: 3 });
    const [name = ""] = await replica.client.keys("*:session:*");
    expect(await replica.client.get(name)).toContain('{"seq":3}');
    expect(log).toEqual(goneAndBack);
  }, 20_000);

  it("serves nobody the replica's old sessions, however long the name leads there, and says so once", async () => {
    await promoteReplica();
    await store.set(key, { seq: 2 });
    const retried = async () => (await connectionsOf(master)) - before >= 2;
    const before = await connectionsOf(master);
    await vi.waitFor(async () => expect(await retried()).toBe(true), patient);
    expect(await store.get(key)).toBeUndefined();
    await store.set(key, { seq: 3 });
    expect(await store.get(key)).toBeUndefined();
    expect(log).toHaveLength(1);
    proxy.leadTo(replica.port);
    await isBack();
    expect(log).toEqual(goneAndBack);
  }, 20_000);
});

/** Made so far. */
async function connectionsOf({ client }: OwnRedis): Promise<number> {
  const info = await client.info("stats");
  return Number(/total_connections_received:(\d+)/.exec(info)?.[1]);
}
