/** Campaigns sent by the real jobs on a real database, to the stand-in for Telegram. */

import { telegramApi } from "../../../../bot/channels/telegram/telegram-api.ts";
import { TelegramChannel } from "../../../../bot/channels/telegram/telegram-channel.ts";
import { newId } from "../../../../bot/clock.ts";
import { silentLog } from "../../../../bot/log/log.ts";
import type { Audience } from "../../../../db/campaigns/audience.ts";
import { planCampaign } from "../../../../db/campaigns/campaigns.ts";
import type { Database } from "../../../../db/connection/connection.ts";
import { shanghaiDate } from "../../../../domain/calendar/dates.ts";
import type { DispatchDependencies } from "../../../../ops/campaigns/dispatch/dispatch-dependencies.ts";
import { dispatchTasks } from "../../../../ops/campaigns/dispatch/start-dispatching.ts";
import { noLimit } from "../../../../ops/campaigns/limit/send-limiter.ts";
import { sandboxPartners } from "../../../../partners/sandbox/partners.ts";
import type { BotApi } from "../../../support/bot-api/bot-api.ts";
import { runTasks } from "../../../support/jobs.ts";
import { type TestClock, testClock } from "../../../support/test-clock.ts";

export interface Sending {
  deps: DispatchDependencies & { clock: TestClock };
  plan(audience: Audience, approvalAbove?: number): ReturnType<typeof planCampaign>;
  /** Runs the jobs that are waiting, whatever time they wait for. */
  run(): Promise<void>;
}

export function openSending(
  { database, botApi, now }: { database: Database; botApi: Pick<BotApi, "token" | "apiRoot">; now: string },
  changes: Partial<DispatchDependencies> = {},
): Sending {
  const clock = testClock(now);
  const { token, apiRoot } = botApi;
  const deps = {
    ...{ database, newId, log: silentLog, limiter: noLimit },
    channels: new Map([
      ["telegram" as const, new TelegramChannel(telegramApi({ token, apiRoot, waitOutFloods: false }))],
    ]),
    partners: sandboxPartners({ personaOf: async () => null, production: false }),
    ...changes,
    clock,
  };
  return {
    deps,
    plan: (audience, approvalAbove = 1_000_000) =>
      planCampaign(database.orm, {
        ...{ audience, approvalAbove, createdBy: "wang", aheadMs: clock.aheadMs() },
        ...{ on: shanghaiDate(clock.now()), now: clock.now(), startsAt: clock.now() },
      }),
    run: async () => {
      const [row] = await database.sql<{ since: string }[]>`
        select now()::text as since
        from graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())`;
      if (row) await runTasks(database, dispatchTasks(deps), row.since);
    },
  };
}
