/** The application's rooms, opened by configuration: database, sessions, partners, and the assistant among them. */
import { createHash } from "node:crypto";
import type { Database } from "../db/connection/connection.ts";
import { databaseIdentity } from "../db/connection/database-identity.ts";
import { openConfiguredDatabase, type Patience } from "../db/connection/open.ts";
import { findBorrower } from "../db/lending/borrowers.ts";
import { syncProducts } from "../db/lending/products.ts";
import { memorySessions } from "../db/sessions/memory-sessions.ts";
import { redisSessions } from "../db/sessions/redis-sessions.ts";
import type { SessionStore } from "../db/sessions/session-store.ts";
import { productList } from "../domain/product/catalogue.ts";
import { httpPartners } from "../partners/http/partners.ts";
import type { Partners } from "../partners/ports.ts";
import { sandboxPartners } from "../partners/sandbox/partners.ts";
import { type Composition, composeAssistant } from "./assistant.ts";
import { validateCatalogue } from "./catalogue.ts";
import { openChannels } from "./channels/open-channels.ts";
import { newId, systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Extension } from "./extension.ts";
import type { JobRunner } from "./jobs/run-jobs.ts";
import type { Log } from "./log/log.ts";
import type { Service } from "./service.ts";
import type { LanguageModel } from "./understanding/language-model/language-model.ts";
import { openAiCompatible } from "./understanding/language-model/open-ai-compatible.ts";

export interface App extends Composition {
  database: Database;
  worker: JobRunner;
  /** Of the extensions: to be stopped before the app is closed. */
  services: readonly Service[];
  /** Lets running jobs end, then closes everything. */
  close(): Promise<void>;
}

export type Rooms = Omit<App, "worker" | "services">;

const sessionSeconds = 24 * 60 * 60;
const sessionsInMemory = 10_000;

export interface OpenOptions {
  /** What runs beside the assistant, opened after it and stopped before it. */
  extensions?: readonly Extension[];
  /** With a database that is out of reach. */
  patience?: Patience;
}

export async function openApp(config: Config, log: Log, options: OpenOptions = {}): Promise<App> {
  const { extensions = [] } = options;
  const rooms = await openRooms(config, log, options);
  // Loaded here: whoever opens the rooms alone, as the desk does, runs no jobs.
  const { startWorker } = await import("./jobs/start-worker.ts");
  const worker = await startWorker({
    deps: rooms.jobs,
    concurrency: config.WORKER_CONCURRENCY,
    ...(config.DAILY_CLOSE !== undefined && { closeAt: config.DAILY_CLOSE }),
  });
  const opened = await Promise.all(extensions.map((extension) => extension.open(rooms, config, log)));
  const services = opened.filter((service) => service !== undefined);
  const close = async (): Promise<void> => {
    await worker.stop();
    await rooms.close();
  };
  return { ...rooms, worker, services, close };
}

/** The same without a worker: jobs are left to the processes that run one. */
export async function openRooms(
  config: Config,
  log: Log,
  { extensions = [], patience }: OpenOptions = {},
): Promise<Rooms> {
  validateCatalogue();
  const database = await openDatabaseOf(config, log, patience);
  await syncProducts(database.orm, productList());
  const sessions = await openSessions(config, database, log);
  const composition = composeAssistant({
    database,
    sessions,
    partners: extensions.reduce(
      (partners, { around }) => around?.(partners) ?? partners,
      openPartners(config, database),
    ),
    channels: openChannels(config.channels, { sql: database.sql, log, delivers: "replies" }),
    clock: systemClock,
    newId,
    log,
    languageModel: openLanguageModel(config),
  });
  const close = async (): Promise<void> => {
    await sessions.close();
    await database.close();
  };
  return { ...composition, database, close };
}

const openDatabaseOf = (config: Config, log: Log, patience?: Patience): Promise<Database> =>
  openConfiguredDatabase({
    poolSize: config.DATABASE_POOL,
    log: (line) => log.info({}, line),
    ...(patience && { patience }),
    ...(config.DATABASE_URL !== undefined && { databaseUrl: config.DATABASE_URL }),
    ...(config.JIEDAO_DATA !== undefined && { dataDir: config.JIEDAO_DATA }),
  });

async function openSessions(config: Config, database: Database, log: Log): Promise<SessionStore> {
  const { REDIS_URL: url, SESSION_KEY: sealKey = developmentKey(database) } = config;
  if (url === undefined) {
    const now = () => Date.parse(systemClock.now());
    return memorySessions({ ttlSeconds: sessionSeconds, capacity: sessionsInMemory, now });
  }
  return await redisSessions({
    ...{ url, sealKey, ttlSeconds: sessionSeconds, log: (line) => log.warn({}, line) },
    database: await databaseIdentity(database.orm),
  });
}

/** Outside production: the same in all processes on one database, whose address has its password. */
const developmentKey = ({ url }: Database): string => createHash("sha256").update(url).digest("base64url");

function openPartners(config: Config, { orm }: Database): Partners {
  const { PARTNERS_URL: baseUrl, PARTNERS_TOKEN: token, PARTNERS_TIMEOUT_MS: timeoutMs } = config;
  if (baseUrl !== undefined && token !== undefined) return httpPartners({ baseUrl, token, timeoutMs });
  const personaOf = async (borrowerId: string): Promise<string | null> =>
    (await findBorrower(orm, borrowerId))?.persona ?? null;
  return sandboxPartners({ personaOf, production: config.NODE_ENV === "production" });
}

function openLanguageModel(config: Config): LanguageModel | undefined {
  const { LANGUAGE_MODEL_URL: url, LANGUAGE_MODEL_NAME: model, LANGUAGE_MODEL_KEY: apiKey } = config;
  if (url === undefined || model === undefined) return undefined;
  return openAiCompatible({
    baseUrl: url.replace(/\/+$/, ""),
    model,
    ...(apiKey !== undefined && { apiKey }),
    timeoutMs: config.LANGUAGE_MODEL_TIMEOUT_MS,
  });
}
