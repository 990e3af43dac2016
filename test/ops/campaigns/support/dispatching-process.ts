/** A process that sends campaigns until it is killed: DATABASE TOKEN API_ROOT NOW. */

import { telegramApi } from "../../../../bot/channels/telegram/telegram-api.ts";
import { TelegramChannel } from "../../../../bot/channels/telegram/telegram-channel.ts";
import { clockAt, newId } from "../../../../bot/clock.ts";
import { silentLog } from "../../../../bot/log/log.ts";
import { openDatabase } from "../../../../db/connection/connection.ts";
import { startDispatching } from "../../../../ops/campaigns/dispatch/start-dispatching.ts";
import { sendLimiter } from "../../../../ops/campaigns/limit/send-limiter.ts";
import { sandboxPartners } from "../../../../partners/sandbox/partners.ts";

const [url = "", token = "", apiRoot = "", now = ""] = process.argv.slice(2);
await startDispatching({
  ...{ newId, log: silentLog, clock: clockAt(now), limiter: sendLimiter({ perSecond: 60 }) },
  database: openDatabase({ url, poolSize: 4 }),
  channels: new Map([
    ["telegram", new TelegramChannel(telegramApi({ token, apiRoot, waitOutFloods: false }))],
  ]),
  partners: sandboxPartners({ personaOf: async () => null, production: false }),
});
