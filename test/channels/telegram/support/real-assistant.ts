/** The assistant itself, with its jobs, on a real database and the sandbox's partners. */

import { composeAssistant } from "../../../../bot/assistant.ts";
import { telegramApi } from "../../../../bot/channels/telegram/telegram-api.ts";
import { TelegramChannel } from "../../../../bot/channels/telegram/telegram-channel.ts";
import { clockAt, newId } from "../../../../bot/clock.ts";
import { startWorker } from "../../../../bot/jobs/start-worker.ts";
import { type Database, openDatabase } from "../../../../db/connection/connection.ts";
import { findBorrower } from "../../../../db/lending/borrowers.ts";
import { syncProducts } from "../../../../db/lending/products.ts";
import { memorySessions } from "../../../../db/sessions/memory-sessions.ts";
import { productList } from "../../../../domain/product/catalogue.ts";
import { sandboxPartners } from "../../../../partners/sandbox/partners.ts";
import type { BotApi } from "../../../support/bot-api/bot-api.ts";
import { keepLog } from "./log-lines.ts";

export interface RealAssistantOptions {
  botApi: BotApi;
  databaseUrl: string;
  /** ISO 8601: the time that it is throughout. */
  now: string;
}

/** One process's worth: with its own pool and its own memory of conversations. */
export async function realAssistant({ botApi, databaseUrl, now }: RealAssistantOptions) {
  const database: Database = openDatabase({ url: databaseUrl, poolSize: 4 });
  await syncProducts(database.orm, productList());
  const personaOf = async (id: string) => (await findBorrower(database.orm, id))?.persona ?? null;
  const log = keepLog();
  const { assistant, jobs } = composeAssistant({
    database,
    sessions: memorySessions({ ttlSeconds: 3_600, capacity: 100, now: () => Date.parse(now) }),
    partners: sandboxPartners({ personaOf, production: false }),
    channels: [new TelegramChannel(telegramApi(botApi))],
    clock: clockAt(now),
    newId,
    log,
  });
  const worker = await startWorker({ deps: jobs, concurrency: 2 });
  const close = async (): Promise<void> => {
    await worker.stop();
    await database.close();
  };
  return { assistant, log, close };
}
