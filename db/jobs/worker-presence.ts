/**
 * Shows that a worker is alive: an advisory lock of its name, on a connection of its own. When the process dies, the
 * server closes the connection and lets go of the lock at once; `freeStuckJobs` then gives back its jobs.
 */
import { setTimeout } from "node:timers/promises";
import { type SQL, sql } from "drizzle-orm";
import pg from "pg";

export interface Presence {
  /** The worker has no job in hand any more. */
  close(): Promise<void>;
}

export interface PresenceOptions {
  url: string;
  /** As in `locked_by` of its jobs. */
  workerId: string;
  /** Told why the connection was lost; it is opened again. */
  onLost: (reason: string) => void;
  /** Between two tries to open it. */
  retryMs?: number;
}

/** The key of a worker's lock. */
const lockKey = (workerId: SQL): SQL => sql`hashtextextended('worker:' || ${workerId}, 0)`;

/** True for whom nobody holds the lock. Taken until the end of the transaction, so that two who look never both see it. */
export const workerIsGone = (workerId: SQL): SQL => sql`pg_try_advisory_xact_lock(${lockKey(workerId)})`;

/** A machine that vanished without a word is noticed by the server after about 20 seconds. */
const show = `select pg_advisory_lock_shared(hashtextextended('worker:' || $1, 0)),
  set_config('tcp_keepalives_idle', '10', false), set_config('tcp_keepalives_interval', '5', false),
  set_config('tcp_keepalives_count', '2', false)`;

export function showPresence({ url, workerId, onLost, retryMs = 1000 }: PresenceOptions): Presence {
  let closing = false;
  let client: pg.Client | undefined;

  /** Resolves when the connection has ended. */
  async function hold(): Promise<void> {
    const own = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5000 });
    client = own;
    const ended = new Promise<void>((resolve) => own.once("end", resolve));
    own.on("error", ({ message }) => closing || onLost(message));
    try {
      await own.connect();
      await own.query(show, [workerId]);
    } catch (error) {
      if (!closing) onLost(error instanceof Error ? error.message : "unknown");
      own.end().catch(() => {});
      return;
    }
    await ended;
  }

  async function keepHolding(): Promise<void> {
    while (!closing) {
      await hold();
      if (!closing) await setTimeout(retryMs, undefined, { ref: false });
    }
  }

  void keepHolding();
  const close = async (): Promise<void> => {
    closing = true;
    await client?.end().catch(() => {});
  };
  return { close };
}
