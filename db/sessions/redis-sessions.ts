import { Redis } from "ioredis";
import { type OutageReport, reportOutages } from "./outage-report.ts";
import { type Seal, sealWith } from "./seal.ts";
import type { SessionKey, SessionStore, StoredSession } from "./session-store.ts";

export interface RedisSessionsOptions {
  url: string;
  /** Whose conversations these are, by `databaseIdentity`: a session of another database is never read. */
  database: string;
  /** What sessions are sealed with, 32 characters or more: one sealed with another key counts as forgotten. */
  sealKey: string;
  /** How long a session is kept after it was last set. */
  ttlSeconds: number;
  /** Told once when Redis stops answering and once when it is back, and of each session without a valid seal. */
  log: (line: string) => void;
}

/** A turn waits this long for Redis at most; Postgres has the same. */
const COMMAND_TIMEOUT_MS = 200;

/** Written whenever a connection is made: a server that does not take it is a replica. */
const PROBE_KEY = "jiedao:v2:probe";
const PROBE_SECONDS = 1;

/**
 * For any number of processes. Keys are `jiedao:v2:session:<database>:<channel>:<chatId>`, values sealed JSON:
 * another shape of the value needs another version. A Redis that fails, or that has become a replica, costs a read
 * of Postgres, never a turn; nothing waits for it to come back. Resolves when the first attempt to connect has
 * succeeded or failed.
 */
export async function redisSessions(options: RedisSessionsOptions): Promise<SessionStore> {
  const { url, database, sealKey, ttlSeconds, log } = options;
  const outage = reportOutages(log);
  const redis = openRedis(url, outage);
  await connected(redis, outage);

  const seal = sealWith(sealKey);
  const nameOf = ({ channel, chatId }: SessionKey): string =>
    `jiedao:v2:session:${database}:${channel}:${chatId}`;

  async function get(key: SessionKey): Promise<StoredSession | undefined> {
    if (outage.isReplica()) return undefined;
    const name = nameOf(key);
    const sealed = await outage.reading(() => redis.get(name));
    if (sealed === null || sealed === undefined) return undefined;
    const session = open(seal, name, sealed);
    if (!session) log("a session in Redis has no valid seal: it counts as forgotten");
    return session;
  }

  async function set(key: SessionKey, value: StoredSession): Promise<void> {
    const name = nameOf(key);
    const sealed = seal.close(name, JSON.stringify(value));
    await outage.writing(() => redis.set(name, sealed, "EX", ttlSeconds));
  }

  return {
    get,
    set,
    delete: async (key) => void (await outage.writing(() => redis.del(nameOf(key)))),
    close: async () => redis.disconnect(),
  };
}

/** After a failover the name leads to the new master, but only a new connection follows it. */
function openRedis(url: string, outage: OutageReport): Redis {
  return new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2000,
    commandTimeout: COMMAND_TIMEOUT_MS,
    reconnectOnError: ({ message }) => message.startsWith("READONLY"),
    retryStrategy: (times) => (outage.isReplica() ? 1000 : Math.min(times * 100, 2000)),
  });
}

function connected(redis: Redis, outage: OutageReport): Promise<void> {
  const probe = () => outage.writing(() => redis.set(PROBE_KEY, "", "EX", PROBE_SECONDS));
  return new Promise((resolve) => {
    redis.on("ready", () => void probe().then(() => resolve()));
    redis.on("error", (error) => {
      outage.begins(error);
      resolve();
    });
  });
}

/** What somebody else wrote there counts as nothing. */
function open(seal: Seal, name: string, sealed: string): StoredSession | undefined {
  const json = seal.open(name, sealed);
  return json === undefined ? undefined : (JSON.parse(json) as StoredSession);
}
