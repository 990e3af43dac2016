import type { Channel } from "../../../bot/channels/channel.ts";
import type { Clock } from "../../../bot/clock.ts";
import type { Log } from "../../../bot/log/log.ts";
import type { ChannelName } from "../../../bot/messages.ts";
import type { Database } from "../../../db/connection/connection.ts";
import type { Partners } from "../../../partners/ports.ts";
import type { SendLimiter } from "../limit/send-limiter.ts";

/** What sending a campaign takes. Its channels hand every 429 on at once, unlike those of replies. */
export interface DispatchDependencies {
  database: Database;
  channels: ReadonlyMap<ChannelName, Channel>;
  partners: Pick<Partners, "sendSms" | "pretended">;
  limiter: SendLimiter;
  clock: Clock;
  newId: () => string;
  log: Log;
}
