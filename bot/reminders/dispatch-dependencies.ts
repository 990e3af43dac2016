import type { Database } from "../../db/connection/connection.ts";
import type { Partners } from "../../partners/ports.ts";
import type { Channel } from "../channels/channel.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log/log.ts";
import type { ChannelName } from "../messages.ts";
import type { SendLimiter } from "./send-limiter.ts";

/** What sending a campaign takes. Its channels hand every 429 on at once, unlike those of replies. */
export interface DispatchDependencies {
  database: Database;
  channels: ReadonlyMap<ChannelName, Channel>;
  partners: Pick<Partners, "sms" | "pretended">;
  limiter: SendLimiter;
  clock: Clock;
  newId: () => string;
  log: Log;
}
