/** Sends one claimed reminder: by chat, else by text message. Says what is to be recorded; never throws. */

import type { Channel, DeliveryResult } from "../../../bot/channels/channel.ts";
import type { ContactMade, DispatchOutcome } from "../../../db/campaigns/dispatch.ts";
import { isRequiredNotice } from "../../../domain/contact/contact-policy.ts";
import { PartnerMisuse, PartnerUnavailable } from "../../../partners/ports.ts";
import type { ClaimedDispatch } from "./claim-dispatches.ts";
import type { DispatchDependencies } from "./dispatch-dependencies.ts";

type Result = Pick<
  DispatchOutcome,
  "status" | "channel" | "reason" | "providerRef" | "notBefore" | "shown"
> & {
  contacts: ContactMade[];
};

const nothing = { channel: null, reason: null, providerRef: null, notBefore: null, shown: null };

/** Then it counts as failed: the partner or the messenger was out of reach for so many tries. */
const mostAttempts = 8;
const retrySeconds = 60;

export async function sendDispatch(
  deps: DispatchDependencies,
  claimed: ClaimedDispatch,
  campaignId: number,
): Promise<DispatchOutcome> {
  const { loanId, installment, stage, borrowerId } = claimed;
  const result = await sendSomehow(deps, claimed);
  return {
    loanId,
    installment,
    stage,
    borrowerId,
    campaignId,
    required: isRequiredNotice(stage),
    conversationId: claimed.chat?.conversationId ?? null,
    ...result,
  };
}

async function sendSomehow(deps: DispatchDependencies, claimed: ClaimedDispatch): Promise<Result> {
  const channel = claimed.chat && deps.channels.get(claimed.chat.channel);
  if (!channel || !claimed.chat || claimed.chat.unreachable !== null) return await bySms(deps, claimed, []);
  const { perChatASecond } = channel.capabilities;
  if (perChatASecond !== undefined)
    await deps.limiter.takeChat(`${channel.name}:${claimed.chat.chatId}`, perChatASecond);
  const result = await byChat(deps, claimed, channel);
  if (result.outcome === "sent") return shownInChat(deps, claimed, result.ref ?? null);
  if (result.outcome === "later") return await notNow(deps, claimed, result);
  const contact: ContactMade = { channel: "chat", outcome: "unreachable", reason: result.reason };
  return await bySms(deps, claimed, [contact]);
}

/** What is pulled has only to be stored. */
async function byChat(
  { log, newId }: DispatchDependencies,
  { chat, texts }: ClaimedDispatch,
  channel: Channel,
): Promise<DeliveryResult> {
  if (!chat || channel.capabilities.delivery === "pulled") return { outcome: "sent" };
  try {
    const address = { channel: channel.name, chatId: chat.chatId };
    const { conversationId } = chat;
    return await channel.deliver({ outboxId: newId(), conversationId, address, outbound: texts.chat });
  } catch (error) {
    log.error({ err: error }, "a reminder could not be shown");
    return { outcome: "unreachable", reason: "refused" };
  }
}

function shownInChat(
  { newId }: DispatchDependencies,
  { chat, texts }: ClaimedDispatch,
  providerRef: string | null,
): Result {
  const contacts: ContactMade[] = [{ channel: "chat", outcome: "sent", reason: null }];
  const conversationId = chat?.conversationId ?? "";
  const shown = { id: newId(), turnId: newId(), conversationId, outbound: texts.chat };
  return { ...nothing, status: "sent", channel: "chat", providerRef, contacts, shown };
}

type Later = Extract<DeliveryResult, { outcome: "later" }>;

/** The messenger is in trouble, or we are too fast for it: everybody waits, not this one alone. */
async function notNow(deps: DispatchDependencies, claimed: ClaimedDispatch, later: Later): Promise<Result> {
  const { afterSeconds, reason, shown } = later;
  await deps.limiter.pauseAll(afterSeconds);
  deps.log.warn({ reason, seconds: afterSeconds }, "campaigns pause");
  if (shown !== "unknown") return putBack(deps, claimed, { reason, afterSeconds, contacts: [] });
  const contacts: ContactMade[] = [{ channel: "chat", outcome: "unknown", reason }];
  return { ...nothing, status: "unknown", channel: "chat", reason: "no-answer", contacts };
}

interface PutBack {
  reason: string;
  afterSeconds: number;
  contacts: ContactMade[];
}

function putBack({ clock }: DispatchDependencies, { attempts }: ClaimedDispatch, why: PutBack): Result {
  const { reason, afterSeconds, contacts } = why;
  if (attempts + 1 >= mostAttempts) return { ...nothing, status: "failed", reason, contacts };
  const notBefore = new Date(Date.parse(clock.now()) + afterSeconds * 1000).toISOString();
  return { ...nothing, status: "planned", reason, notBefore, contacts };
}

async function bySms(
  deps: DispatchDependencies,
  claimed: ClaimedDispatch,
  before: ContactMade[],
): Promise<Result> {
  const { borrowerId, loanId, installment, stage, texts, chat } = claimed;
  const chatReason = before[0]?.reason ?? chat?.unreachable ?? null;
  const key = `reminder:${loanId}:${installment}:${stage}`;
  try {
    const sent = await deps.partners.sendSms({ key, borrowerId, at: deps.clock.now(), text: texts.sms });
    if (sent.outcome === "accepted") {
      const contacts: ContactMade[] = [...before, { channel: "sms", outcome: "sent", reason: null }];
      const { reference: providerRef } = sent;
      return { ...nothing, status: "sent", channel: "sms", reason: chatReason, providerRef, contacts };
    }
    const contacts: ContactMade[] = [
      ...before,
      { channel: "sms", outcome: "unreachable", reason: sent.reason },
    ];
    return { ...nothing, status: "unreachable", reason: chatReason ?? sent.reason, contacts };
  } catch (error) {
    // The key makes trying again safe: the partner sends once for each.
    if (error instanceof PartnerUnavailable)
      return putBack(deps, claimed, {
        reason: "sms-unavailable",
        afterSeconds: retrySeconds,
        contacts: before,
      });
    deps.log.error({ err: error }, "a text message failed");
    const reason = error instanceof PartnerMisuse ? "sms-refused" : "fault";
    const contacts: ContactMade[] = [...before, { channel: "sms", outcome: "failed", reason }];
    return { ...nothing, status: "failed", channel: "sms", reason, contacts };
  }
}
