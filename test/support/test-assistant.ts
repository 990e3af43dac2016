/** The real assistant on a real database, with the sandbox's partners, a clock that stands still, and ids that count. */
import { type Composition, composeAssistant } from "../../bot/assistant.ts";
import { type Log, silentLog } from "../../bot/log/log.ts";
import type { LanguageModel } from "../../bot/understanding/language-model/language-model.ts";
import type { Database } from "../../db/connection/connection.ts";
import { findBorrower } from "../../db/lending/borrowers.ts";
import { syncProducts } from "../../db/lending/products.ts";
import { memorySessions } from "../../db/sessions/memory-sessions.ts";
import type { SessionStore } from "../../db/sessions/session-store.ts";
import { productList } from "../../domain/product/catalogue.ts";
import type { Partners } from "../../partners/ports.ts";
import { sandboxPartners } from "../../partners/sandbox/partners.ts";
import { countingIds } from "./counting-ids.ts";
import { type RecordingChannel, recordingChannel } from "./recording-channel.ts";
import { type TestClock, testClock } from "./test-clock.ts";

export interface TestAssistantOptions {
  database: Database;
  /** ISO 8601; DESIGN's published example begins on this day. */
  now?: string;
  /** Takes the place of the sandbox's partners, or wraps them. */
  partners?: (sandbox: Partners) => Partners;
  sessions?: SessionStore;
  log?: Log;
  languageModel?: LanguageModel;
  /** Tells this process's ids from another's on the same database. */
  series?: number;
}

export interface TestAssistant extends Composition {
  clock: TestClock;
  channel: RecordingChannel;
  sessions: SessionStore;
  newId: () => string;
}

const PUBLISHED_START = "2016-02-10T10:00:00+08:00";

export async function testAssistant(options: TestAssistantOptions): Promise<TestAssistant> {
  const { database, now = PUBLISHED_START, log = silentLog, series = 0 } = options;
  await syncProducts(database.orm, productList());
  const clock = testClock(now);
  const channel = recordingChannel();
  const sessions = options.sessions ?? roomySessions(clock);
  const newId = countingIds(series);
  const sandbox = sandboxPartners({
    personaOf: async (id) => (await findBorrower(database.orm, id))?.persona ?? null,
    production: false,
  });
  const partners = options.partners?.(sandbox) ?? sandbox;
  const channels = [channel];
  const { languageModel } = options;
  const parts = composeAssistant({
    ...{ database, sessions, partners, channels },
    ...{ clock, newId, log, languageModel },
  });
  return { ...parts, clock, channel, sessions, newId };
}

const roomySessions = (clock: TestClock): SessionStore =>
  memorySessions({ ttlSeconds: 3600, capacity: 1000, now: () => Date.parse(clock.now()) });
