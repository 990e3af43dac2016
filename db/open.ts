import { type Database, openDatabase } from "./connection.ts";
import { startEmbedded } from "./embedded/start-embedded.ts";
import { migrate } from "./migrate.ts";

export interface DatabaseChoice {
  /** A Postgres 15 or later; without it the embedded one is started or joined. */
  databaseUrl?: string;
  /** Where the embedded one keeps its data; ".jiedao" unless told. */
  dataDir?: string;
  poolSize: number;
  log: (line: string) => void;
}

/** The configured database, with this version's tables. Closing it also lets go of the embedded server. */
export async function openConfiguredDatabase(choice: DatabaseChoice): Promise<Database> {
  const { databaseUrl, dataDir, poolSize, log } = choice;
  if (databaseUrl !== undefined) return await openMigrated(databaseUrl, poolSize);
  const embedded = await startEmbedded({ log, ...(dataDir !== undefined && { dataDir }) });
  try {
    const database = await openMigrated(embedded.url, poolSize);
    return { ...database, close: () => database.close().then(embedded.stop) };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function openMigrated(url: string, poolSize: number): Promise<Database> {
  await migrate({ url });
  return openDatabase({ url, poolSize });
}
