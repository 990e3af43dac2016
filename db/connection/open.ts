import { setTimeout } from "node:timers/promises";
import { startEmbedded } from "../embedded/start-embedded.ts";
import { type Database, openDatabase } from "./connection.ts";
import { migrate } from "./migrate.ts";
import { failureCode, isStorageFailure } from "./storage-failure.ts";

export interface DatabaseChoice {
  /** A Postgres 15 or later; without it the embedded one is started or joined. */
  databaseUrl?: string;
  /** Where the embedded one keeps its data; ".jiedao" unless told. */
  dataDir?: string;
  poolSize: number;
  log: (line: string) => void;
  /** How often a configured one that is out of reach is tried again; not at all unless told. */
  patience?: Patience;
}

export interface Patience {
  tries: number;
  everyMs: number;
}

/**
 * The configured database, with this version's tables. Closing it also lets go of the embedded server. Throws what
 * Postgres says when it is still out of reach at the last try.
 */
export async function openConfiguredDatabase(choice: DatabaseChoice): Promise<Database> {
  const { databaseUrl, dataDir, poolSize, log } = choice;
  if (databaseUrl !== undefined) return await openPatiently(databaseUrl, choice);
  const embedded = await startEmbedded({ log, ...(dataDir !== undefined && { dataDir }) });
  try {
    const database = await openMigrated(embedded.url, poolSize);
    return { ...database, close: () => database.close().then(embedded.stop) };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function openPatiently(url: string, { poolSize, log, patience }: DatabaseChoice): Promise<Database> {
  const { tries = 0, everyMs = 0 } = patience ?? {};
  for (let left = tries; ; left -= 1) {
    try {
      return await openMigrated(url, poolSize);
    } catch (error) {
      if (!isStorageFailure(error) || left === 0) throw error;
      if (left === tries)
        log(`The database is out of reach (${failureCode(error)}): it is tried again, ${tries} times.`);
      await setTimeout(everyMs);
    }
  }
}

async function openMigrated(url: string, poolSize: number): Promise<Database> {
  await migrate({ url });
  return openDatabase({ url, poolSize });
}
