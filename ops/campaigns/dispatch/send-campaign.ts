/** Sends a campaign from this process, beside whatever workers there are, until there is nothing left for now. */
import { setTimeout as pause } from "node:timers/promises";
import { campaignBacklog, campaignOutcomes } from "../../../db/campaigns/campaign-figures.ts";
import { findCampaign } from "../../../db/campaigns/campaigns.ts";
import type { Desk } from "../../desk/desk.ts";
import { showProgress } from "../report/show-progress.ts";
import { openSender } from "./open-sender.ts";
import { startDispatching } from "./start-dispatching.ts";

const lookEveryMs = 500;

/** Ctrl-C lets what is being sent end; the rest stays planned. */
export async function sendCampaign(desk: Desk, campaign: { id: number; size: number }): Promise<void> {
  const { config, jobs, terminal } = desk;
  const stop = terminal.untilStopped();
  const sender = openSender(config, jobs);
  const dispatching = await startDispatching(sender.deps);
  const progress = showProgress(campaign.size, process.stderr);
  try {
    while (!stop.aborted && (await isUnderWay(desk, campaign.id))) {
      progress.update(await campaignOutcomes(desk.database.orm, campaign.id));
      await pause(lookEveryMs, undefined, { signal: stop }).catch(() => undefined);
    }
  } finally {
    await dispatching.stop();
    sender.close();
    progress.update(await campaignOutcomes(desk.database.orm, campaign.id));
    progress.stop();
  }
}

async function isUnderWay({ database, jobs }: Desk, campaignId: number): Promise<boolean> {
  const campaign = await findCampaign(database.orm, campaignId);
  if (campaign?.status !== "running") return false;
  const { ready, sending } = await campaignBacklog(database.orm, { campaignId, now: jobs.clock.now() });
  return ready + sending > 0;
}
