/** What a process that died has left of the campaigns that are running. */
import { finishCampaign, requeueCampaign, runningCampaigns } from "../../../db/campaigns/campaigns.ts";
import { sweepUnknown } from "../../../db/campaigns/dispatch.ts";
import type { DispatchDependencies } from "./dispatch-dependencies.ts";

/** Longer than the slowest call and its record: whoever is still `sending` then has died. */
const longestCallMs = 60_000;

/**
 * Those cut off in the middle of a call become unknown. `requeue`: what is planned is queued again, for the jobs of
 * the dead stay locked for hours.
 */
export async function recoverCampaigns(
  { database: { orm }, clock }: Pick<DispatchDependencies, "database" | "clock">,
  { requeue }: { requeue: boolean },
): Promise<void> {
  const now = clock.now();
  const before = new Date(Date.parse(now) - longestCallMs).toISOString();
  for (const campaignId of await runningCampaigns(orm)) {
    await sweepUnknown(orm, { campaignId, before, now });
    if (requeue) await requeueCampaign(orm, { campaignId, aheadMs: clock.aheadMs() });
    await finishCampaign(orm, campaignId, now);
  }
}
