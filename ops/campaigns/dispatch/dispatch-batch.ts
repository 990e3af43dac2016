/** The job `dispatch`: sends a batch of a campaign, as fast as the limit lets it. */

import { finishCampaign, queueRest } from "../../../db/campaigns/campaigns.ts";
import { type BatchOf, countReady, recordOutcomes } from "../../../db/campaigns/dispatch.ts";
import { type ClaimedDispatch, claimDispatches } from "./claim-dispatches.ts";
import type { DispatchDependencies } from "./dispatch-dependencies.ts";
import { sendDispatch } from "./send-dispatch.ts";

/** Claims of one batch under way at a time: a slow messenger must not keep the rate down. */
const lanes = 4;

/** What waits for another time is queued for then; a campaign that is paused or cancelled is left as it is. */
export async function dispatchBatch(deps: DispatchDependencies, of: BatchOf): Promise<void> {
  const { clock, database } = deps;
  const work = { left: await countReady(database.orm, { ...of, now: clock.now() }) };
  await Promise.all(Array.from({ length: lanes }, () => sendLane(deps, of, work)));
  await queueRest(database.orm, { ...of, aheadMs: clock.aheadMs() });
  await finishCampaign(database.orm, of.campaignId, clock.now());
}

/** No turn is taken for nothing: one that was not used serves the next claim. */
async function sendLane(deps: DispatchDependencies, of: BatchOf, work: { left: number }): Promise<void> {
  let used = true;
  while (work.left > 0) {
    work.left -= deps.limiter.claimSize;
    if (used) await deps.limiter.takeTurn();
    const { decided, toSend } = await claimDispatches(deps, of);
    if (decided === 0) return;
    used = toSend.length > 0;
    if (used) await sendAll(deps, toSend, of.campaignId);
  }
}

async function sendAll(
  deps: DispatchDependencies,
  toSend: ClaimedDispatch[],
  campaignId: number,
): Promise<void> {
  const outcomes = await Promise.all(toSend.map((claimed) => sendDispatch(deps, claimed, campaignId)));
  await recordOutcomes(deps.database.orm, outcomes, deps.clock.now());
  const stored = toSend.filter((_, index) => outcomes[index]?.shown);
  await Promise.all(stored.map((claimed) => wake(deps, claimed)));
}

/** Whoever looks at a chat that is pulled is told that there is something new. */
async function wake(
  { channels, newId }: DispatchDependencies,
  { chat, texts }: ClaimedDispatch,
): Promise<void> {
  const channel = chat && channels.get(chat.channel);
  if (!chat || channel?.capabilities.delivery !== "pulled") return;
  const address = { channel: channel.name, chatId: chat.chatId };
  await channel.deliver({
    outboxId: newId(),
    conversationId: chat.conversationId,
    address,
    outbound: texts.chat,
  });
}
