/** Subject 3: Jiedao itself, from the webhook to the reply: the code that `npm start` runs. */

import { composeAssistant } from "../../bot/assistant.ts";
import { telegramApi } from "../../bot/channels/telegram/telegram-api.ts";
import { TelegramChannel } from "../../bot/channels/telegram/telegram-channel.ts";
import { telegramWebhook } from "../../bot/channels/telegram/telegram-webhook.ts";
import { newId, systemClock } from "../../bot/clock.ts";
import { silentLog } from "../../bot/log/log.ts";
import { openDatabase } from "../../db/connection/connection.ts";
import { databaseIdentity } from "../../db/connection/database-identity.ts";
import { memorySessions } from "../../db/sessions/memory-sessions.ts";
import { redisSessions } from "../../db/sessions/redis-sessions.ts";
import type { SessionStore } from "../../db/sessions/session-store.ts";
import { sandboxPartners } from "../../partners/sandbox/partners.ts";
import { argument, secret, serveSubject, token, webhookPath } from "./serve-subject.ts";

const apiRoot = argument(0);
const database = openDatabase({ url: argument(1), poolSize: 10 });

const openSessions = async (url: string): Promise<SessionStore> =>
  url === "memory"
    ? memorySessions({ ttlSeconds: 3600, capacity: 10_000, now: () => Date.now() })
    : await redisSessions({
        ...{ url, ttlSeconds: 3600, log: () => {} },
        database: await databaseIdentity(database.orm),
        sealKey: "a key that seals the sessions of a bench",
      });

const { assistant } = composeAssistant({
  database,
  sessions: await openSessions(argument(2)),
  partners: sandboxPartners({ personaOf: async () => null, production: false }),
  channels: [new TelegramChannel(telegramApi({ token, apiRoot }))],
  clock: systemClock,
  newId,
  log: silentLog,
});
const webhook = telegramWebhook({
  ...{ token, apiRoot, assistant, secret, sandbox: true, log: silentLog },
  publicUrl: "http://127.0.0.1",
});
await webhook.register(new AbortController().signal);
serveSubject((app) => app.post(webhookPath, webhook.handler));
