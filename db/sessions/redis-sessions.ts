import { Redis } from "ioredis";
import type { SessionKey, SessionStore, StoredSession } from "./session-store.ts";

export interface RedisSessionsOptions {
  url: string;
  /** How long a session is kept after it was last set. */
  ttlSeconds: number;
  /** Told once when Redis stops answering and once when it is back. */
  log: (line: string) => void;
}

/** A turn waits this long for Redis at most; Postgres has the same. */
const COMMAND_TIMEOUT_MS = 200;

/**
 * For any number of processes. Keys are `jiedao:v1:session:<channel>:<chatId>`: another shape of the value
 * needs another version. A Redis that fails costs a read of Postgres, never a turn; nothing waits for it to
 * come back. Resolves when the first attempt to connect has succeeded or failed.
 */
export async function redisSessions({ url, ttlSeconds, log }: RedisSessionsOptions): Promise<SessionStore> {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2000,
    commandTimeout: COMMAND_TIMEOUT_MS,
    retryStrategy: (times) => Math.min(times * 100, 2000),
  });
  const outage = reportOutages(log);
  redis.on("error", outage.begins);
  redis.on("ready", outage.ends);
  await new Promise<void>((resolve) => redis.once("ready", resolve).once("error", () => resolve()));

  async function attempt<T>(command: () => Promise<T>): Promise<T | undefined> {
    try {
      const answer = await command();
      outage.ends();
      return answer;
    } catch (error) {
      outage.begins(error);
      return undefined;
    }
  }

  return {
    get: async (key) => parse(await attempt(() => redis.get(keyOf(key)))),
    set: async (key, value) =>
      void (await attempt(() => redis.set(keyOf(key), JSON.stringify(value), "EX", ttlSeconds))),
    delete: async (key) => void (await attempt(() => redis.del(keyOf(key)))),
    close: async () => redis.disconnect(),
  };
}

function reportOutages(log: (line: string) => void) {
  let down = false;
  return {
    begins: (error: unknown) => {
      const reason = error instanceof Error ? error.message : "unknown";
      if (!down) log(`Redis does not answer (${reason}): sessions are read from Postgres`);
      down = true;
    },
    ends: () => {
      if (down) log("Redis answers again");
      down = false;
    },
  };
}

const keyOf = ({ channel, chatId }: SessionKey): string => `jiedao:v1:session:${channel}:${chatId}`;

/** What somebody else wrote there counts as nothing. */
function parse(json: string | null | undefined): StoredSession | undefined {
  if (json === null || json === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
