/** Campaigns for the bench: borrowers with a chat each, all due, and what sends to them. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { telegramApi } from "../../bot/channels/telegram/telegram-api.ts";
import { TelegramChannel } from "../../bot/channels/telegram/telegram-channel.ts";
import { type Clock, newId } from "../../bot/clock.ts";
import { silentLog } from "../../bot/log/log.ts";
import { findCampaign, planCampaign } from "../../db/campaigns/campaigns.ts";
import type { Database } from "../../db/connection/connection.ts";
import { openConfiguredDatabase } from "../../db/connection/open.ts";
import type { DispatchDependencies } from "../../ops/campaigns/dispatch/dispatch-dependencies.ts";
import { noLimit, type SendLimiter, sendLimiter } from "../../ops/campaigns/limit/send-limiter.ts";
import { sandboxPartners } from "../../partners/sandbox/partners.ts";
import { seedBorrowers } from "../../test/support/fixtures/many-borrowers.ts";
import { token } from "../turns/serve-subject.ts";

/** Noon, so that nobody's quiet hours are in the way; two days before everybody's due date. */
const noon = "2026-11-10T12:00:00+08:00";
const disbursedOn = "2026-10-12";
const aheadMs = Date.parse(noon) - Date.now();
const clock: Clock = {
  now: () => new Date(Date.now() + aheadMs).toISOString(),
  aheadMs: () => aheadMs,
};

/** An empty database of one's own, gone afterwards. */
export async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "jiedao-bench-"));
  const database = await openConfiguredDatabase({ poolSize: 10, log: () => {}, dataDir: folder });
  try {
    await work(database);
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

export const seedDue = (database: Database, count: number): Promise<void> =>
  seedBorrowers(database, { count, firstChat: 1, channel: "telegram", disbursedOn });

export const planAll = (database: Database): ReturnType<typeof planCampaign> =>
  planCampaign(database.orm, {
    ...{ audience: { dueWithinDays: 3 }, on: "2026-11-10", createdBy: "bench", now: noon, startsAt: noon },
    ...{ approvalAbove: Number.MAX_SAFE_INTEGER, aheadMs },
  });

/** Shared by way of Redis where there is one. */
export function usualLimit(): { limiter: SendLimiter; close: () => void } {
  const url = process.env["REDIS_URL"];
  const redis = url ? new Redis(url) : undefined;
  const limiter = sendLimiter({ perSecond: 30, ...(redis && { redis }) });
  return { limiter, close: () => redis?.disconnect() };
}

export function sendingTo(
  { apiRoot, database }: { apiRoot: string; database: Database },
  limiter: SendLimiter = noLimit,
): DispatchDependencies {
  return {
    ...{ database, limiter, newId, log: silentLog, clock },
    channels: new Map([
      ["telegram", new TelegramChannel(telegramApi({ token, apiRoot, waitOutFloods: false }))],
    ]),
    partners: sandboxPartners({ personaOf: async () => null, production: false }),
  };
}

export async function untilDone(database: Database, campaignId: number): Promise<void> {
  for (;;) {
    const campaign = await findCampaign(database.orm, campaignId);
    if (campaign?.status === "done") return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`);
