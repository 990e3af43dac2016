/**
 * Who uses an embedded server. Each process holds one connection with a shared advisory lock; whoever leaves and
 * then gets the exclusive one was the last, and stops the server. Postgres itself ends the membership of a
 * process that was killed, and a newcomer waits at the lock while the server is being stopped.
 */
import postgres from "postgres";
import { isStorageFailure } from "../connection/storage-failure.ts";
import { type Cluster, passwordOf, run, SUPERUSER } from "./cluster.ts";
import { findPostmaster } from "./postmaster.ts";

/** Any fixed number. */
const MEMBERS = 7_230_512;

export interface Membership {
  url: string;
  /** Process id of the server. */
  pid: number;
  leave(): Promise<void>;
}

/** Joins the server that runs on this cluster; undefined when none answers. */
export async function join(cluster: Cluster): Promise<Membership | undefined> {
  const running = findPostmaster(cluster.data);
  if (!running) return undefined;
  const url = `postgres://${SUPERUSER}:${passwordOf(cluster)}@127.0.0.1:${running.port}/postgres`;
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 5,
    max_lifetime: null,
    onnotice: () => {},
    fetch_types: false,
  });
  try {
    await sql`select pg_advisory_lock_shared(${MEMBERS})`;
  } catch {
    await sql.end({ timeout: 0 });
    return undefined;
  }
  return { url, pid: running.pid, leave: () => leave(cluster, sql) };
}

async function leave(cluster: Cluster, sql: postgres.Sql): Promise<void> {
  try {
    await sql`select pg_advisory_unlock_shared(${MEMBERS})`;
    if (await isAlone(sql))
      await run(cluster, "pg_ctl", ["stop", "--pgdata", cluster.data, "--mode", "fast", "--wait"]);
  } finally {
    await sql.end({ timeout: 0 });
  }
}

/** False, too, when another that left at the same moment was the last and has stopped the server already. */
async function isAlone(sql: postgres.Sql): Promise<boolean> {
  try {
    const [row] = await sql<{ alone: boolean }[]>`select pg_try_advisory_lock(${MEMBERS}) as alone`;
    return row?.alone ?? false;
  } catch (error) {
    if (isStorageFailure(error)) return false;
    throw error;
  }
}
