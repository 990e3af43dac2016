/**
 * Dispatches: what a campaign has to send, claimed by whoever sends it and marked with what became of it. A claim
 * commits before the call; so a message is sent once at most, whatever dies.
 */
import { type SQL, sql } from "drizzle-orm";
import type { ReminderStage } from "../../domain/contact/reminder-stages.ts";
import type { DeductionSource } from "../../domain/repayment/deduction-sources.ts";
import type { Queryable, Tx } from "../connection/connection.ts";
import { refusedAgain, whyUnreachable } from "../conversation/unreachable-chats.ts";
import { installmentIsOnHold, loanIsOnHold } from "../lending/holds.ts";

export interface DispatchKey {
  loanId: string;
  installment: number;
  stage: ReminderStage;
}

export interface BatchOf {
  campaignId: number;
  batch: number;
}

/** What a decision needs to know of one, at one moment. */
export interface DispatchFacts extends DispatchKey {
  borrowerId: string;
  loanNumber: string;
  attempts: number;
  locale: string | null;
  timeZone: string;
  stopped: boolean;
  onHold: boolean;
  /** Where it is deducted from; null: it is not, or not before a day to come. */
  deduction: DeductionSource | null;
  reminderHour: number | null;
  settled: boolean;
  paymentUnderWay: boolean;
  told: boolean;
  contactsToday: number;
  /** The borrower's latest chat; null: they have none. */
  chat: {
    conversationId: string;
    channel: string;
    chatId: string;
    borrowerId: string;
    /** Why its messenger refuses it for good; null where it does not. */
    unreachable: string | null;
  } | null;
}

export interface ClaimOptions extends BatchOf {
  /** The system's time, ISO 8601. */
  now: string;
  limit: number;
}

/**
 * Locks the next of a batch that may be tried now, passing over those that somebody else has; none while the
 * campaign is not running. Two claims of one borrower's follow each other, so that the day's cap holds.
 */
export async function lockDispatches(tx: Tx, options: ClaimOptions): Promise<DispatchFacts[]> {
  const { campaignId, batch, now, limit } = options;
  const locked = await tx.execute<{ key: DispatchKey }>(sql`
    with picked as (
      select d.loan_id, d.installment, d.stage, loan.borrower_id
      from dispatches d
      join campaigns c on c.id = d.campaign_id and c.status = 'running' and c.starts_at <= ${now}
      join loans loan on loan.id = d.loan_id
      where d.campaign_id = ${campaignId} and d.batch = ${batch} and d.status = 'planned'
        and coalesce(d.not_before <= ${now}, true)
      order by d.loan_id, d.installment, d.stage limit ${limit}
      for update of d skip locked
    ),
    borrowers as materialized (
      select count(pg_advisory_xact_lock(hashtextextended(borrower_id::text, 0))) as locked
      from (select distinct borrower_id from picked order by borrower_id) as theirs
    )
    select jsonb_build_object('loanId', loan_id, 'installment', installment, 'stage', stage) as key
    from picked, borrowers`);
  if (locked.length === 0) return [];
  return await readFacts(tx, { keys: locked.map(({ key }) => key), now });
}

/** How many of a batch may be tried now. */
export async function countReady(q: Queryable, { campaignId, batch, now }: BatchOf & { now: string }) {
  const [row] = await q.execute<{ ready: number }>(sql`
    select count(*)::integer as ready from dispatches
    where campaign_id = ${campaignId} and batch = ${batch} and status = 'planned'
      and coalesce(not_before <= ${now}, true)`);
  return row?.ready ?? 0;
}

const held = {
  borrowerId: sql`loan.borrower_id`,
  loanId: sql`d.loan_id`,
  installment: sql`d.installment`,
};
const shanghaiToday = (now: string): SQL => sql`(${now}::timestamptz at time zone 'Asia/Shanghai')::date`;

async function readFacts(
  tx: Tx,
  { keys, now }: { keys: DispatchKey[]; now: string },
): Promise<DispatchFacts[]> {
  return await tx.execute<DispatchFacts & Record<string, unknown>>(sql`
    select d.loan_id as "loanId", d.installment, d.stage, d.attempts, loan.borrower_id as "borrowerId",
      loan.number as "loanNumber", coalesce(talk.locale, borrower.locale) as locale,
      coalesce(preference.time_zone, 'Asia/Shanghai') as "timeZone",
      preference.stopped_at is not null as stopped, preference.reminder_hour as "reminderHour",
      ${installmentIsOnHold({ ...held, on: shanghaiToday(now) })} as "onHold", case when not ${loanIsOnHold({ ...held, on: shanghaiToday(now) })}
        then borrower.automatic_deduction end as deduction,
      loan.status <> 'active' or i.principal_paid >= i.principal as settled,
      exists (select from repayments p where p.loan_id = d.loan_id and p.status = 'processing')
        as "paymentUnderWay",
      reminder.status = 'superseded' or (reminder.status = 'raised' and d.attempts = 0) as told,
      (
        (select count(*) from contacts c where c.borrower_id = loan.borrower_id and c.outcome = 'sent'
          and c.at >= date_trunc('day', ${now}::timestamptz, coalesce(preference.time_zone, 'Asia/Shanghai')))
        + (select count(*) from loans other join dispatches o on o.loan_id = other.id
          where other.borrower_id = loan.borrower_id and o.status = 'sending')
      )::integer as "contactsToday",
      case when talk.id is not null then jsonb_build_object('conversationId', talk.id, 'channel', talk.channel,
        'chatId', talk.chat_id, 'borrowerId', talk.borrower_id,
        'unreachable', ${whyUnreachable(sql`talk.id`)}) end as chat
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as key("loanId" text, installment integer, stage text)
    join dispatches d
      on d.loan_id = key."loanId" and d.installment = key.installment and d.stage = key.stage
    join reminders reminder
      on reminder.loan_id = d.loan_id and reminder.installment = d.installment and reminder.stage = d.stage
    join installments i on i.loan_id = d.loan_id and i.number = d.installment
    join loans loan on loan.id = d.loan_id
    join borrowers borrower on borrower.id = loan.borrower_id
    left join contact_preferences preference on preference.borrower_id = loan.borrower_id
    left join lateral (
      select id, channel, chat_id, borrower_id, locale from conversations
      where borrower_id = loan.borrower_id order by created_at desc, id limit 1
    ) as talk on true
    order by loan.borrower_id, d.loan_id, d.installment, d.stage`);
}

/** What is decided of a locked one, before anything is sent. */
export interface DispatchDecision extends DispatchKey {
  status: "sending" | "skipped" | "planned";
  reason: string | null;
  notBefore: string | null;
}

/** In the transaction of the lock. One that is to be sent counts as told, so that the chat does not tell it too. */
export async function decideDispatches(tx: Tx, decisions: DispatchDecision[], now: string): Promise<void> {
  await tx.execute(sql`
    with decided as (
      select * from jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) as x(
        "loanId" text, installment integer, stage text, status text, reason text, "notBefore" timestamptz)
    ),
    raised as (
      update reminders r set status = 'raised', raised_at = ${now} from decided x
      where x.status = 'sending' and r.status = 'planned'
        and r.loan_id = x."loanId" and r.installment = x.installment and r.stage = x.stage
    )
    update dispatches d set status = x.status, reason = x.reason, not_before = x."notBefore", at = ${now},
      attempts = d.attempts + (x.status = 'sending')::integer
    from decided x where d.loan_id = x."loanId" and d.installment = x.installment and d.stage = x.stage`);
}

/** One way that was tried. */
export interface ContactMade {
  channel: "chat" | "sms";
  outcome: "sent" | "failed" | "unreachable" | "unknown";
  reason: string | null;
}

export interface DispatchOutcome extends DispatchKey {
  borrowerId: string;
  campaignId: number;
  /** `planned`: put back, to be tried again. */
  status: "sent" | "failed" | "unreachable" | "unknown" | "planned";
  channel: "chat" | "sms" | null;
  reason: string | null;
  providerRef: string | null;
  notBefore: string | null;
  required: boolean;
  /** The borrower's chat; null: they have none. */
  conversationId: string | null;
  contacts: ContactMade[];
  /** What the chat shows, for its history; null where it shows nothing. */
  shown: { id: string; conversationId: string; turnId: string; outbound: unknown } | null;
}

/** Marks what became of those in `sending`, with the log of contacts and the chats' histories: all or nothing. */
export async function recordOutcomes(q: Queryable, outcomes: DispatchOutcome[], now: string): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as x(
    "loanId" text, installment integer, stage text, "borrowerId" uuid, status text, channel text,
    reason text, "providerRef" text, "notBefore" timestamptz, required boolean, "conversationId" uuid,
    contacts jsonb, shown jsonb)`;
  await q.execute(sql`
    with outcomes as materialized (select * from ${given}),
    logged as (
      insert into contacts (borrower_id, loan_id, installment, stage, channel, required, outcome, reason, at)
      select "borrowerId", "loanId", installment, stage, made->>'channel', required, made->>'outcome',
        made->>'reason', ${now}
      from outcomes, jsonb_array_elements(contacts) as made
    ),
    refused as (
      insert into unreachable_chats (conversation_id, reason, since)
      select distinct on ("conversationId") "conversationId", made->>'reason', ${now}::timestamptz
      from outcomes, jsonb_array_elements(contacts) as made
      where "conversationId" is not null and made->>'channel' = 'chat' and made->>'outcome' = 'unreachable'
        and made->>'reason' <> 'refused'
      ${refusedAgain}
    ),
    told as (
      insert into outbox (id, conversation_id, turn_id, outbound, status, sent_ref, sent_at, attempts, at)
      select (shown->>'id')::uuid, (shown->>'conversationId')::uuid, (shown->>'turnId')::uuid, shown->'outbound',
        'sent', "providerRef", ${now}, 1, ${now}
      from outcomes where shown is not null and jsonb_typeof(shown) = 'object'
    )
    update dispatches d set status = x.status, channel = x.channel, reason = x.reason,
      provider_ref = x."providerRef", not_before = x."notBefore", at = ${now}
    from outcomes x
    where d.loan_id = x."loanId" and d.installment = x.installment and d.stage = x.stage and d.status = 'sending'`);
}

/**
 * Those still in `sending` since before that instant were cut off between the call and its record: they become
 * `unknown`, and are never sent again. Gives how many.
 */
export async function sweepUnknown(
  q: Queryable,
  { campaignId, before, now }: { campaignId: number; before: string; now: string },
): Promise<number> {
  const [row] = await q.execute<{ swept: number }>(sql`
    with swept as (
      update dispatches d set status = 'unknown', reason = 'interrupted', at = ${now}
      from loans loan
      where loan.id = d.loan_id and d.campaign_id = ${campaignId} and d.status = 'sending' and d.at < ${before}
      returning d.loan_id, d.installment, d.stage, d.channel, loan.borrower_id
    ),
    logged as (
      insert into contacts (borrower_id, loan_id, installment, stage, channel, required, outcome, reason, at)
      select borrower_id, loan_id, installment, stage, coalesce(channel, 'chat'), false, 'unknown',
        'interrupted', ${now} from swept
    )
    select count(*)::integer as swept from swept`);
  return row?.swept ?? 0;
}
