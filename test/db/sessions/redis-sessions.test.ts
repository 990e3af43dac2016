import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { redisSessions } from "../../../db/sessions/redis-sessions.ts";
import type { SessionStore } from "../../../db/sessions/session-store.ts";
import { testRedis } from "../../support/redis.ts";
import { type TcpProxy, tcpProxy } from "../../support/tcp-proxy.ts";
import { sessionsContract } from "./sessions.contract.ts";

const redis = await testRedis();
const skipped = redis.available ? "" : redis.reason;
const newKey = () => ({ channel: "web", chatId: randomUUID() });
const mine = {
  database: "database.1",
  sealKey: "a key that seals sessions in these tests",
  ttlSeconds: 60,
  log: () => {},
};
const nameOf = (chatId: string) => `jiedao:v2:session:database.1:web:${chatId}`;

describe.skipIf(!redis.available)(`sessions in Redis${skipped}`, () => {
  sessionsContract(() => redisSessions({ ...mine, url: redis.url }));

  describe("as kept there", () => {
    const client = new Redis(redis.url, { lazyConnect: true });
    let store: SessionStore;
    beforeAll(async () => {
      store = await redisSessions({ ...mine, url: redis.url });
    });
    afterAll(async () => {
      await store.close();
      client.disconnect();
    });

    it("have a versioned key and end by themselves", async () => {
      await store.set({ channel: "telegram", chatId: "-42" }, { seq: 1 });
      const key = "jiedao:v2:session:database.1:telegram:-42";
      expect(await client.get(key)).toContain('{"seq":1}');
      expect(await client.pttl(key)).toBeGreaterThan(0);
      expect(await client.pttl(key)).toBeLessThanOrEqual(60_000);
    });

    it("are a miss after a flush, and where something else was written", async () => {
      const key = newKey();
      await store.set(key, { seq: 1 });
      await client.flushdb();
      expect(await store.get(key)).toBeUndefined();
      for (const wrong of ["not JSON", "7", "null", "", ".{}", '{"seq":1}']) {
        await client.set(nameOf(key.chatId), wrong);
        expect(await store.get(key)).toBeUndefined();
      }
    });
  });

  describe("of somebody who may write to Redis", () => {
    const client = new Redis(redis.url, { lazyConnect: true });
    const log: string[] = [];
    let store: SessionStore;
    beforeAll(async () => {
      store = await redisSessions({ ...mine, url: redis.url, log: (line) => log.push(line) });
    });
    beforeEach(() => void log.splice(0));
    afterAll(async () => {
      await store.close();
      client.disconnect();
    });

    it("count as forgotten when one character of them was changed, and one line says so", async () => {
      const key = newKey();
      await store.set(key, { limit: "54500.00" });
      const sealed = (await client.get(nameOf(key.chatId))) ?? "";
      await client.set(nameOf(key.chatId), sealed.replace("54500.00", "94500.00"));
      expect(await store.get(key)).toBeUndefined();
      expect(log).toEqual([expect.stringContaining("no valid seal")]);
      expect(log[0]).not.toContain(key.chatId);
    });

    it("count as forgotten in the place of another's", async () => {
      const [theirs, own] = [newKey(), newKey()];
      await store.set(theirs, { name: "theirs" });
      await client.copy(nameOf(theirs.chatId), nameOf(own.chatId));
      expect(await store.get(own)).toBeUndefined();
      expect(await store.get(theirs)).toEqual({ name: "theirs" });
    });

    it("count as forgotten when sealed with another key", async () => {
      const key = newKey();
      const forger = await redisSessions({
        ...mine,
        url: redis.url,
        sealKey: "somebody else's key, as long",
      });
      await forger.set(key, { limit: "200000.00" });
      await forger.close();
      expect(await store.get(key)).toBeUndefined();
    });

    it("are not read by another database's processes", async () => {
      const key = newKey();
      await store.set(key, { seq: 1 });
      const other = await redisSessions({ ...mine, url: redis.url, database: "database.2" });
      expect(await other.get(key)).toBeUndefined();
      await other.close();
    });
  });

  describe("when Redis fails", () => {
    let proxy: TcpProxy;
    let store: SessionStore;
    let log: string[];
    beforeEach(async () => {
      const { hostname, port, pathname, username, password } = new URL(redis.url);
      proxy = await tcpProxy({ host: hostname, port: Number(port || 6379) });
      const own = new URL(`redis://127.0.0.1:${proxy.port}${pathname}`);
      Object.assign(own, { username, password });
      log = [];
      store = await redisSessions({ ...mine, url: own.href, log: (line) => log.push(line) });
    });
    afterEach(async () => {
      await store.close();
      proxy.cut();
    });

    it("they are forgotten, nobody waits, and it is said once", async () => {
      const key = newKey();
      await store.set(key, { seq: 1 });
      proxy.cut();
      await vi.waitFor(async () => expect(await store.get(key)).toBeUndefined());
      await store.set(key, { seq: 2 });
      await store.delete(newKey());
      expect(log).toHaveLength(1);
      expect(log[0]).toMatch(/^Redis does not answer/);
    });

    it("they are back with it, and that is said too", async () => {
      const key = newKey();
      await store.set(key, { seq: 1 });
      proxy.cut();
      await vi.waitFor(async () => expect(await store.get(key)).toBeUndefined());
      await proxy.mend();
      await vi.waitFor(async () => expect(await store.get(key)).toEqual({ seq: 1 }), { timeout: 4000 });
      expect(log).toEqual([expect.stringMatching(/^Redis does not answer/), "Redis answers again"]);
    });

    it("a Redis that hangs counts as one that fails", async () => {
      const key = newKey();
      await store.set(key, { seq: 1 });
      proxy.freeze();
      expect(await store.get(key)).toBeUndefined();
      await store.set(key, { seq: 2 });
      expect(log).toHaveLength(1);
    });
  });
});

describe("sessions in a Redis that is not there", () => {
  it("are open all the same, and remember nothing", async () => {
    const nowhere = await tcpProxy({ host: "127.0.0.1", port: 1 });
    nowhere.cut();
    const log: string[] = [];
    const url = `redis://127.0.0.1:${nowhere.port}`;
    const store = await redisSessions({ ...mine, url, log: (line) => log.push(line) });
    await store.set(newKey(), { seq: 1 });
    expect(await store.get(newKey())).toBeUndefined();
    expect(log).toHaveLength(1);
    await store.close();
  });
});
