import type { Channel } from "../../../bot/channels/channel.ts";
import type { Clock } from "../../../bot/clock.ts";
import type { Log } from "../../../bot/log/log.ts";
import type { Database } from "../../../db/connection/connection.ts";
import type { Partners } from "../../../partners/ports.ts";
import type { SendLimiter } from "../limit/send-limiter.ts";

/** What sending a campaign takes. Its channels are opened for campaigns: they tell at once of a messenger that wants fewer messages. */
export interface DispatchDependencies {
  database: Database;
  channels: ReadonlyMap<string, Channel>;
  partners: Pick<Partners, "sendSms" | "pretended">;
  limiter: SendLimiter;
  clock: Clock;
  newId: () => string;
  log: Log;
}
