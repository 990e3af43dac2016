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
 *       }
 *     } while (!(await releaseDelivery(q, claim)));          // false: asked again in the meantime
 *
 * A turn may claim inside its own transaction, after queueOutbound: both then take effect at commit. A holder
 * that dies is succeeded when its lease ends, by the next turn or by the delivery job.
 */
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Queryable } from "./connection.ts";
import { outbox } from "./schema.ts";

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

export type ReplyRow = typeof outbox.$inferSelect;

export async function queueOutbound(q: Queryable, reply: QueuedReply): Promise<void> {
  await q.insert(outbox).values(reply);
}

/** Replies that wait, in the order in which they were said. */
export async function pendingOutbound(q: Queryable, conversationId: string): Promise<ReplyRow[]> {
  return await q
    .select()
    .from(outbox)
    .where(and(eq(outbox.conversationId, conversationId), eq(outbox.status, "pending")))
    .orderBy(asc(outbox.historyId));
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
  await q
    .update(outbox)
    .set({ status: "sent", sentRef: ref, sentAt: at, attempts: sql`${outbox.attempts} + 1` })
    .where(and(eq(outbox.id, id), eq(outbox.status, "pending")));
}

/** Nobody will read it: not tried again. */
export async function markUnreachable(q: Queryable, id: string): Promise<void> {
  await q
    .update(outbox)
    .set({ status: "unreachable", attempts: sql`${outbox.attempts} + 1` })
    .where(and(eq(outbox.id, id), eq(outbox.status, "pending")));
}

/** Counts an attempt that is to be repeated. */
export async function markAttempt(q: Queryable, id: string): Promise<void> {
  await q
    .update(outbox)
    .set({ attempts: sql`${outbox.attempts} + 1` })
    .where(eq(outbox.id, id));
}

/** The latest reply that was shown. */
export async function lastSent(q: Queryable, conversationId: string): Promise<ReplyRow | undefined> {
  const rows = await q
    .select()
    .from(outbox)
    .where(and(eq(outbox.conversationId, conversationId), eq(outbox.status, "sent")))
    .orderBy(desc(outbox.historyId))
    .limit(1);
  return rows[0];
}
