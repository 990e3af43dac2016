/** Connections of a job runner: graphile-worker speaks through `pg`, everything else here through postgres.js. */
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { isStorageFailure } from "../connection/storage-failure.ts";

export interface JobPool {
  pool: pg.Pool;
  /** After the runner has stopped. What could not be said of a job by then is left to `freeStuckJobs`. */
  close(): Promise<void>;
}

export interface JobPoolOptions {
  url: string;
  /** Connections at most. */
  size: number;
  /** Told why a connection was lost: until the pool closes, for then it is of no account. */
  onLost: (reason: string) => void;
  /** Between two tries to say how a job ended, while the database is away. */
  retryMs?: number;
}

/**
 * Hears its connections' errors to their last: the pool that graphile-worker makes for itself stops listening while
 * they still say goodbye, and a server that stops at that moment takes the process with it.
 */
export function openJobPool({ url, size, onLost, retryMs = 1000 }: JobPoolOptions): JobPool {
  const pool = new pg.Pool({ connectionString: url, max: size });
  const hear = ({ message }: Error): void => {
    if (!pool.ending) onLost(message);
  };
  pool.on("error", hear);
  pool.on("connect", (client) => client.on("error", hear));
  waitToSayHowAJobEnded(pool, { hear, retryMs });
  return { pool, close: () => pool.end() };
}

interface Waiting {
  hear: (error: Error) => void;
  retryMs: number;
}

/**
 * graphile-worker says how a job ended without waiting for the answer: a database that is away just then would be a
 * rejection that nobody handles, and end the process. Such a statement waits here until the database is back.
 */
function waitToSayHowAJobEnded(pool: pg.Pool, { hear, retryMs }: Waiting): void {
  const connect = pool.connect.bind(pool);
  const insist = async (statement: pg.QueryConfig): Promise<unknown> => {
    for (;;) {
      try {
        return await pool.query(statement);
      } catch (error) {
        if (pool.ending) return undefined;
        if (!isLost(error)) throw error;
        hear(error);
        await setTimeout(retryMs, undefined, { ref: false });
      }
    }
  };
  // With a callback it is the runner's listener, which looks after itself, or the pool's own `query`.
  pool.connect = ((callback?: Parameters<typeof connect>[0]) =>
    callback ? connect(callback) : Promise.resolve(lateClient(connect, insist))) as typeof pool.connect;
}

/** What graphile-worker uses of a client. A connection is taken for the first statement that needs one. */
function lateClient(
  connect: () => Promise<pg.PoolClient>,
  insist: (statement: pg.QueryConfig) => Promise<unknown>,
) {
  let taken: Promise<pg.PoolClient> | undefined;
  return {
    query: async (statement: string | pg.QueryConfig, values?: unknown[]): Promise<unknown> => {
      if (saysHowAJobEnded(statement)) return await insist(statement);
      taken ??= connect();
      return await (await taken).query(statement, values);
    },
    release: async (): Promise<void> => {
      const client = await taken?.catch(() => undefined);
      client?.release();
    },
  };
}

/** By the names that graphile-worker gives to its prepared statements. */
const saysHowAJobEnded = (statement: string | pg.QueryConfig): statement is pg.QueryConfig =>
  typeof statement !== "string" && /^(complete|fail)_jobs?(_q)?\//.test(statement.name ?? "");

/** What `pg` says of its own accord, when the server said nothing any more, has no code. */
const isLost = (error: unknown): error is Error =>
  error instanceof Error &&
  (isStorageFailure(error) || /^connection terminated|not queryable$/i.test(error.message));
