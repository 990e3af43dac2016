import { Redis } from "ioredis";

export type TestRedis = { url: string; available: true } | { url: string; available: false; reason: string };

/**
 * Whether a Redis answers at REDIS_URL, and why not. The database is the test worker's own, so that a test may
 * flush it:
 *
 *     const redis = await testRedis();
 *     describe.skipIf(!redis.available)(`sessions in Redis${redis.available ? "" : redis.reason}`, ...)
 */
export async function testRedis(): Promise<TestRedis> {
  const server = process.env["REDIS_URL"] ?? "redis://127.0.0.1:6379";
  const address = new URL(server);
  address.pathname = `/${Number(process.env["VITEST_POOL_ID"] ?? 0) % 16}`;
  const url = address.href;
  const client = new Redis(url, { lazyConnect: true, connectTimeout: 1000, retryStrategy: () => null });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.ping();
    return { url, available: true };
  } catch {
    return { url, available: false, reason: ` (skipped: no Redis answers at ${address.host})` };
  } finally {
    client.disconnect();
  }
}
