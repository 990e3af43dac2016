/** Connections of a job runner: graphile-worker speaks through `pg`, everything else here through postgres.js. */
import pg from "pg";

export interface JobPool {
  pool: pg.Pool;
  /** After the runner has stopped. */
  close(): Promise<void>;
}

export interface JobPoolOptions {
  url: string;
  /** Connections at most. */
  size: number;
  /** Told why a connection was lost: until the pool closes, for then it is of no account. */
  onLost: (reason: string) => void;
}

/**
 * Hears its connections' errors to their last: the pool that graphile-worker makes for itself stops listening while
 * they still say goodbye, and a server that stops at that moment takes the process with it.
 */
export function openJobPool({ url, size, onLost }: JobPoolOptions): JobPool {
  const pool = new pg.Pool({ connectionString: url, max: size });
  const hear = ({ message }: Error): void => {
    if (!pool.ending) onLost(message);
  };
  pool.on("error", hear);
  pool.on("connect", (client) => client.on("error", hear));
  return { pool, close: () => pool.end() };
}
