/**
 * Replies: queued in the turn's transaction, delivered after its commit.
 *
 * Two processes must never deliver one conversation's replies at once, or they would arrive in any order and
 * twice. Whoever delivers holds the conversation's lease (table deliveries):
 *
 *     if (!(await claimDelivery(q, claim))) return;          // the holder was told to look again
 *     do {
 *       for (const reply of await pendingOutbound(q, id)) {  // read after the claim, never together with it
 *         ...deliver; await markSent(q, ...);
 *         if (!(await renewDelivery(q, claim))) return;      // too slow: somebody has taken over
 *       }
 *     } while (!(await releaseDelivery(q, claim)));          // false: asked again in the meantime
 *
 * A turn may claim inside its own transaction, after queueOutbound: both then take effect at commit. A holder
 * that dies is succeeded when its lease ends, by the next turn or by the delivery job.
 */
import { sql } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";

export interface QueuedReply {
  id: string;
  conversationId: string;
  turnId: string;
  outbound: unknown;
  /** The channel's reference of the menu that this reply may take the place of. */
  replaces: string | null;
  /** The borrower's time. */
  at: string;
}

export async function queueOutbound(q: Queryable, reply: QueuedReply): Promise<void> {
  const { id, conversationId, turnId, replaces, at } = reply;
  await q.execute(sql`
    insert into outbox (id, conversation_id, turn_id, outbound, replaces, at)
    values (${id}, ${conversationId}, ${turnId}, ${JSON.stringify(reply.outbound)}::jsonb, ${replaces}, ${at})`);
}

export interface ReplyRow extends Omit<QueuedReply, "at"> {
  /** How often its delivery was put off. */
  attempts: number;
}

/** Replies that wait, in the order in which they were said. */
export async function pendingOutbound(q: Queryable, conversationId: string): Promise<ReplyRow[]> {
  return await q.execute<ReplyRow & Record<string, unknown>>(sql`
    select id, conversation_id as "conversationId", turn_id as "turnId", outbound, replaces, attempts
    from outbox
    where conversation_id = ${conversationId} and status = 'pending' order by history_id`);
}

export interface DeliveryClaim {
  conversationId: string;
  /** Whoever asks: any new id, kept until the release. */
  holder: string;
  /** Longer than one delivery may take: afterwards others may take over. */
  leaseSeconds: number;
}

/** True: the replies of this conversation are the holder's to deliver, also when it held the lease before. */
export async function claimDelivery(q: Queryable, claim: DeliveryClaim): Promise<boolean> {
  const { conversationId, holder, leaseSeconds } = claim;
  const rows = await q.execute<{ mine: boolean }>(sql`
    insert into deliveries as d (conversation_id, holder, leased_until)
    values (${conversationId}, ${holder}, now() + make_interval(secs => ${leaseSeconds}))
    on conflict (conversation_id) do update set
      holder = case when d.leased_until > now() then d.holder else excluded.holder end,
      leased_until = case when d.leased_until > now() then d.leased_until else excluded.leased_until end,
      asked = coalesce(d.leased_until > now(), false)
    returning holder = ${holder} as mine`);
  return rows[0]?.mine === true;
}

/** Prolongs the lease from now on; false when somebody else has taken it over, who delivers what is left. */
export async function renewDelivery(q: Queryable, claim: DeliveryClaim): Promise<boolean> {
  const { conversationId, holder, leaseSeconds } = claim;
  const rows = await q.execute(sql`
    update deliveries set leased_until = now() + make_interval(secs => ${leaseSeconds})
    where conversation_id = ${conversationId} and holder = ${holder} returning holder`);
  return rows.length > 0;
}

/**
 * Lets go of the lease. False: somebody asked for a delivery since the claim, and the holder, still holding,
 * must look for pending replies once more. A lease that was lost to another counts as let go.
 */
export async function releaseDelivery(q: Queryable, claim: DeliveryClaim): Promise<boolean> {
  const { conversationId, holder, leaseSeconds } = claim;
  const rows = await q.execute<{ released: boolean }>(sql`
    update deliveries set
      holder = case when asked then holder end,
      leased_until = case when asked then now() + make_interval(secs => ${leaseSeconds}) end,
      asked = false
    where conversation_id = ${conversationId} and holder = ${holder}
    returning holder is null as released`);
  return rows[0]?.released !== false;
}

export interface SentMark {
  id: string;
  /** The channel's reference of the message shown, if it has one. */
  ref: string | null;
  /** The system's time. */
  at: string;
}

export async function markSent(q: Queryable, { id, ref, at }: SentMark): Promise<void> {
  await q.execute(sql`
    update outbox set status = 'sent', sent_ref = ${ref}, sent_at = ${at}, attempts = attempts + 1
    where id = ${id} and status = 'pending'`);
}

/** Nobody will read it: not tried again. */
export async function markUnreachable(q: Queryable, id: string): Promise<void> {
  await q.execute(sql`
    update outbox set status = 'unreachable', attempts = attempts + 1 where id = ${id} and status = 'pending'`);
}

/** Counts an attempt that is to be repeated. */
export async function markAttempt(q: Queryable, id: string): Promise<void> {
  await q.execute(sql`update outbox set attempts = attempts + 1 where id = ${id}`);
}
