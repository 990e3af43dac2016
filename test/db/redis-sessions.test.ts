import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { redisSessions } from "../../db/sessions/redis-sessions.ts";
import type { SessionStore } from "../../db/sessions/session-store.ts";
import { testRedis } from "../support/redis.ts";
import { type TcpProxy, tcpProxy } from "../support/tcp-proxy.ts";
import { sessionsContract } from "./sessions.contract.ts";

const redis = await testRedis();
const skipped = redis.available ? "" : redis.reason;
const newKey = () => ({ channel: "web", chatId: randomUUID() });

describe.skipIf(!redis.available)(`sessions in Redis${skipped}`, () => {
  sessionsContract(() => redisSessions({ url: redis.url, ttlSeconds: 60, log: () => {} }));

  describe("as kept there", () => {
    const client = new Redis(redis.url, { lazyConnect: true });
    let store: SessionStore;
    beforeAll(async () => {
      store = await redisSessions({ url: redis.url, ttlSeconds: 60, log: () => {} });
    });
    afterAll(async () => {
      await store.close();
      client.disconnect();
    });

    it("have a versioned key and end by themselves", async () => {
      await store.set({ channel: "telegram", chatId: "-42" }, { seq: 1 });
      const key = "jiedao:v1:session:telegram:-42";
      expect(await client.get(key)).toBe('{"seq":1}');
      expect(await client.pttl(key)).toBeGreaterThan(0);
      expect(await client.pttl(key)).toBeLessThanOrEqual(60_000);
    });

    it("are a miss after a flush, and where something else was written", async () => {
      const key = newKey();
      await store.set(key, { seq: 1 });
      await client.flushdb();
      expect(await store.get(key)).toBeUndefined();
      for (const wrong of ["not JSON", "7", "null"]) {
        await client.set(`jiedao:v1:session:web:${key.chatId}`, wrong);
        expect(await store.get(key)).toBeUndefined();
      }
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
      store = await redisSessions({ url: own.href, ttlSeconds: 60, log: (line) => log.push(line) });
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
    const store = await redisSessions({ url, ttlSeconds: 60, log: (line) => log.push(line) });
    await store.set(newKey(), { seq: 1 });
    expect(await store.get(newKey())).toBeUndefined();
    expect(log).toHaveLength(1);
    await store.close();
  });
});
