import { Redis } from "ioredis";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sendLimiter } from "../../../ops/campaigns/limit/send-limiter.ts";
import { testRedis } from "../../support/redis.ts";

const redis = await testRedis();

describe("in memory, on a clock that the test moves", () => {
  afterEach(() => vi.useRealTimers());

  /** When each of so many turns came, in milliseconds. */
  async function turns(count: number, meanwhile?: (limiter: ReturnType<typeof sendLimiter>) => void) {
    vi.useFakeTimers({ now: 0 });
    const limiter = sendLimiter({ perSecond: 30, wait: (ms) => new Promise((done) => setTimeout(done, ms)) });
    const came: number[] = [];
    const all = Array.from({ length: count }, () => limiter.takeTurn().then(() => came.push(Date.now())));
    meanwhile?.(limiter);
    await vi.runAllTimersAsync();
    await Promise.all(all);
    return came;
  }

  it("no second has more than thirty, wherever it begins", async () => {
    const came = await turns(100);
    const most = Math.max(
      ...came.map((start) => came.filter((at) => at >= start && at < start + 1000).length),
    );
    expect(most).toBe(30);
    // Ninety of them in three windows, the rest in the fourth: within two per cent of thirty a second.
    expect(came[90]).toBeLessThan(3060);
  });

  it("a pause is everybody's", async () => {
    const came = await turns(40, (limiter) => void limiter.pauseAll(7));
    expect(came.filter((at) => at < 7000).length).toBeLessThanOrEqual(30);
    expect(came.filter((at) => at >= 7000).length).toBeGreaterThanOrEqual(10);
  });

  it("one chat has one a second, others do not wait for it", async () => {
    vi.useFakeTimers({ now: 0 });
    const limiter = sendLimiter({ perSecond: 30, wait: (ms) => new Promise((done) => setTimeout(done, ms)) });
    const came: [string, number][] = [];
    const take = (chat: string) => limiter.takeChat(chat, 1).then(() => came.push([chat, Date.now()]));
    const all = [take("a"), take("a"), take("b")];
    await vi.runAllTimersAsync();
    await Promise.all(all);
    expect(came.map(([chat]) => chat)).toEqual(["a", "b", "a"]);
    expect(came[2]?.[1]).toBeGreaterThanOrEqual(1000);
  });
});

describe.skipIf(!redis.available)(`shared in Redis${redis.available ? "" : redis.reason}`, () => {
  class Waits extends Error {
    readonly milliseconds: number;
    constructor(milliseconds: number) {
      super("has to wait");
      this.milliseconds = milliseconds;
    }
  }

  it("two processes have one limit, and a pause of one stops the other", async () => {
    const clients = [new Redis(redis.url), new Redis(redis.url)];
    try {
      await clients[0]?.flushdb();
      const [first, second] = clients.map((client) =>
        sendLimiter({ perSecond: 30, redis: client, wait: (ms) => Promise.reject(new Waits(ms)) }),
      );
      await first?.takeChat("a", 1);
      await expect(second?.takeChat("a", 1)).rejects.toBeInstanceOf(Waits);
      await second?.takeChat("b", 1);
      await first?.pauseAll(60);
      const waits = await second?.takeTurn().catch((error: Waits) => error.milliseconds);
      expect(waits).toBeGreaterThan(50_000);
    } finally {
      for (const client of clients) client.disconnect();
    }
  });
});
