/** What a process needs to send campaigns, by configuration. */
import { Redis } from "ioredis";
import type { Channel } from "../../../bot/channels/channel.ts";
import { telegramApi } from "../../../bot/channels/telegram/telegram-api.ts";
import { TelegramChannel } from "../../../bot/channels/telegram/telegram-channel.ts";
import type { Config } from "../../../bot/config.ts";
import type { JobDependencies } from "../../../bot/jobs/job-dependencies.ts";
import type { ChannelName } from "../../../bot/messages.ts";
import { sendLimiter } from "../limit/send-limiter.ts";
import type { DispatchDependencies } from "./dispatch-dependencies.ts";

export interface Sender {
  deps: DispatchDependencies;
  close(): void;
}

/** Without Redis the limit is kept by each process alone: campaigns are then for one of them to send. */
export function openSender(config: Config, jobs: JobDependencies): Sender {
  const { REDIS_URL: url, CAMPAIGN_MESSAGES_PER_SECOND: perSecond } = config;
  const redis = url === undefined ? undefined : openRedis(url);
  const limiter = sendLimiter({ perSecond, ...(redis && { redis }) });
  const deps = { ...jobs, channels: channelsOf(config, jobs), limiter };
  return { deps, close: () => redis?.disconnect() };
}

function openRedis(url: string): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0 });
  // The sessions' own connection reports outages; this one has nothing to add.
  redis.on("error", () => {});
  return redis;
}

/** Those of replies, but that Telegram's 429s come back at once. */
function channelsOf(config: Config, jobs: JobDependencies): DispatchDependencies["channels"] {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = config;
  if (token === undefined) return jobs.channels;
  const api = telegramApi({ token, waitOutFloods: false, ...(apiRoot !== undefined && { apiRoot }) });
  return new Map<ChannelName, Channel>([...jobs.channels, ["telegram", new TelegramChannel(api)]]);
}
