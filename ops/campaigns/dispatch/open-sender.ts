/** What a process needs to send campaigns, by configuration. */
import { Redis } from "ioredis";
import { openChannels } from "../../../bot/channels/open-channels.ts";
import type { Config } from "../../../bot/config.ts";
import type { JobDependencies } from "../../../bot/jobs/job-dependencies.ts";
import { sendLimiter } from "../limit/send-limiter.ts";
import type { DispatchDependencies } from "./dispatch-dependencies.ts";

export interface OpenSender {
  deps: DispatchDependencies;
  close(): void;
}

/** Without Redis the limit is kept by each process alone: campaigns are then for one of them to send. */
export function openSender(config: Config, jobs: JobDependencies): OpenSender {
  const { REDIS_URL: url, CAMPAIGN_MESSAGES_PER_SECOND: perSecond } = config;
  const redis = url === undefined ? undefined : openRedis(url);
  const limiter = sendLimiter({ perSecond, ...(redis && { redis }) });
  const { log, database } = jobs;
  const opened = openChannels(config.channels, { sql: database.sql, log, delivers: "campaigns" });
  const channels = new Map(opened.map((channel) => [channel.name, channel]));
  const deps = { ...jobs, channels, limiter };
  return { deps, close: () => redis?.disconnect() };
}

function openRedis(url: string): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0 });
  // The sessions' own connection reports outages; this one has nothing to add.
  redis.on("error", () => {});
  return redis;
}
