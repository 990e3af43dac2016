/** Shows a conversation's waiting replies, in order; by one process at a time, under the conversation's lease. */

import {
  claimDelivery,
  type DeliveryClaim,
  markAttempt,
  markSent,
  markUnreachable,
  pendingOutbound,
  type ReplyRow,
  releaseDelivery,
  renewDelivery,
} from "../../db/conversation/outbox.ts";
import { rememberUnreachable } from "../../db/conversation/unreachable-chats.ts";
import { ensureDeliveryJob } from "../../db/jobs/jobs.ts";
import type { DeliveryResult } from "../channels/channel.ts";
import type { Address, Outbound } from "../messages.ts";
import type { TurnDependencies } from "./dependencies.ts";

/** Longer than a messenger's slowest answer: afterwards the holder counts as dead. */
export const leaseSeconds = 20;

export interface DeliverPendingOptions {
  conversationId: string;
  address: Address;
  /** Whoever delivers. */
  holder: string;
  /** True when the lease was taken in the turn's own transaction. */
  claimed: boolean;
}

/** False when somebody else holds the lease: what waits is theirs to show. */
export async function deliverPending(
  deps: TurnDependencies,
  options: DeliverPendingOptions,
): Promise<boolean> {
  const { conversationId, holder } = options;
  const claim: DeliveryClaim = { conversationId, holder, leaseSeconds };
  if (!options.claimed && !(await claimDelivery(deps.database.orm, claim))) return false;
  let done = false;
  while (!done) {
    const replies = await pendingOutbound(deps.database.orm, conversationId);
    done = await deliverAll(deps, { ...options, claim, replies });
  }
  return true;
}

interface Batch extends DeliverPendingOptions {
  claim: DeliveryClaim;
  replies: ReplyRow[];
}

/** True when the lease was let go. A reply that has to wait holds back those behind it. */
async function deliverAll(deps: TurnDependencies, batch: Batch): Promise<boolean> {
  const { claim, replies } = batch;
  const last = replies.at(-1);
  for (const reply of replies) {
    const result = await deliverOne(deps, batch, reply);
    if (result.outcome === "later") {
      await postpone(deps, batch, reply, result);
      return true;
    }
    if (reply === last) return await markAnd(releaseDelivery, deps, claim, reply, result);
    // Whoever took over meanwhile shows the rest.
    if (!(await markAnd(renewDelivery, deps, claim, reply, result))) return true;
  }
  return await releaseDelivery(deps.database.orm, claim);
}

/** What a channel throws is a bug, most likely in the reply: after a few tries it must not hold back the rest. */
const mostFaults = 5;
const faultSeconds = 30;

async function deliverOne(deps: TurnDependencies, batch: Batch, reply: ReplyRow): Promise<DeliveryResult> {
  try {
    return await deliverBy(deps, batch, reply);
  } catch (error) {
    deps.log.error({ turnId: reply.turnId, err: error }, "a reply could not be shown");
    return reply.attempts + 1 >= mostFaults
      ? { outcome: "unreachable", reason: "refused" }
      : { outcome: "later", afterSeconds: faultSeconds, reason: "fault" };
  }
}

async function deliverBy(
  deps: TurnDependencies,
  { address }: Batch,
  reply: ReplyRow,
): Promise<DeliveryResult> {
  const channel = deps.channels.get(address.channel);
  if (!channel) {
    return { outcome: "later", afterSeconds: 60, reason: `no ${address.channel} in this process` };
  }
  return await channel.deliver({
    outboxId: reply.id,
    conversationId: reply.conversationId,
    address,
    outbound: reply.outbound as Outbound,
    ...(reply.replaces !== null && channel.capabilities.edits && { replaces: reply.replaces }),
  });
}

type Queryable = Parameters<typeof markSent>[0];

async function mark(
  { clock, log }: TurnDependencies,
  q: Queryable,
  reply: ReplyRow,
  result: Exclude<DeliveryResult, { outcome: "later" }>,
): Promise<void> {
  if (result.outcome === "sent")
    return await markSent(q, { id: reply.id, ref: result.ref ?? null, at: clock.now() });
  log.warn({ turnId: reply.turnId, reason: result.reason }, "the borrower cannot be reached");
  const { conversationId } = reply;
  // A reply that cannot be shown for what it is says nothing of the chat.
  if (result.reason !== "refused")
    await rememberUnreachable(q, { conversationId, reason: result.reason, at: clock.now() });
  await markUnreachable(q, reply.id);
}

/** Marks a reply and does that to the lease, together. */
async function markAnd(
  then: typeof releaseDelivery,
  deps: TurnDependencies,
  claim: DeliveryClaim,
  reply: ReplyRow,
  result: Exclude<DeliveryResult, { outcome: "later" }>,
): Promise<boolean> {
  const [, answer] = await deps.database.orm.transaction((tx) =>
    Promise.all([mark(deps, tx, reply, result), then(tx, claim)]),
  );
  return answer;
}

async function postpone(
  deps: TurnDependencies,
  { claim, conversationId }: Batch,
  reply: ReplyRow,
  result: Extract<DeliveryResult, { outcome: "later" }>,
): Promise<void> {
  deps.log.warn(
    { turnId: reply.turnId, reason: result.reason, seconds: result.afterSeconds },
    "delivery put off",
  );
  await deps.database.orm.transaction((tx) =>
    Promise.all([
      markAttempt(tx, reply.id),
      releaseDelivery(tx, claim),
      ensureDeliveryJob(tx, conversationId, result.afterSeconds),
    ]),
  );
}
