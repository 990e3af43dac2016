/** Campaigns: planned and queued set-based in one transaction, and led through their life. */
import { type SQL, sql } from "drizzle-orm";
import type { Queryable, Tx } from "../connection/connection.ts";
import type { campaigns } from "../schema.ts";
import type { Audience } from "./audience.ts";
import { standingRows } from "./audience-standing.ts";
import type { BatchOf } from "./dispatch.ts";

export type CampaignStatus = (typeof campaigns.$inferSelect)["status"];

export interface CampaignPlan {
  audience: Audience;
  /** The business date, Asia/Shanghai. */
  on: string;
  createdBy: string;
  /** The system's time, ISO 8601. */
  now: string;
  /** Nothing is sent earlier, ISO 8601. */
  startsAt: string;
  /** With more than so many by its operator that day, over all their campaigns, it waits for a second one. */
  approvalAbove: number;
  /** How far `now` is ahead of the time that jobs run by. */
  aheadMs: number;
}

export interface PlannedCampaign {
  id: number;
  size: number;
  status: CampaignStatus;
}

/** So many are one job. */
const batchSize = 100;

/**
 * Plans a reminder for everybody in the audience whom nobody has told yet, and queues the jobs that send them.
 * Undefined, and nothing written, when there is nobody.
 */
export async function planCampaign(q: Queryable, plan: CampaignPlan): Promise<PlannedCampaign | undefined> {
  return await q.transaction(async (tx) => {
    const { audience, on, createdBy, now, startsAt } = plan;
    // Two plans of one operator at the same instant must not each overlook the other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`campaigns:${createdBy}`}, 0))`);
    const before = await plannedBy(tx, { operator: createdBy, on });
    const [campaign] = await tx.execute<{ id: number }>(sql`
      insert into campaigns (status, audience, "on", size, created_by, created_at, starts_at)
      values ('awaiting-approval', ${JSON.stringify(audience)}::jsonb, ${on}, 1, ${createdBy}, ${now}, ${startsAt})
      returning id`);
    if (!campaign) throw new Error("the statement always gives a row");
    const size = await insertDispatches(tx, campaign.id, plan);
    if (size === 0) {
      await tx.execute(sql`delete from campaigns where id = ${campaign.id}`);
      return undefined;
    }
    const status = before + size > plan.approvalAbove ? "awaiting-approval" : "running";
    await tx.execute(sql`update campaigns set size = ${size}, status = ${status} where id = ${campaign.id}`);
    if (status === "running") await queueCampaign(tx, { campaignId: campaign.id, aheadMs: plan.aheadMs });
    return { id: campaign.id, size, status };
  });
}

/** Reminders in an operator's campaigns of a day so far; what was cancelled before it went out does not count. */
export async function plannedBy(
  q: Queryable,
  { operator, on }: { operator: string; on: string },
): Promise<number> {
  const [row] = await q.execute<{ count: number }>(sql`
    select count(*)::integer as count from dispatches d join campaigns c on c.id = d.campaign_id
    where c.created_by = ${operator} and c."on" = ${on} and d.reason is distinct from 'cancelled'`);
  return row?.count ?? 0;
}

/** What was skipped for a reason that has ended is planned anew, once; all else keeps its campaign. */
async function insertDispatches(
  tx: Tx,
  campaignId: number,
  { audience, on, now }: CampaignPlan,
): Promise<number> {
  await tx.execute(sql`select set_config('work_mem', '128MB', true), set_config('jit', 'off', true)`);
  const [row] = await tx.execute<{ size: number }>(sql`
    with audience as materialized (
      select * from (${standingRows(audience, on)}) as a where standing = 'to-send'
    ),
    remembered as (
      insert into reminders (loan_id, installment, stage, status, planned_on, channel, not_before)
      select loan_id, installment, stage, 'planned', ${on}, 'chat', ${now} from audience
      on conflict do nothing
    ),
    planned as (
      insert into dispatches as d (loan_id, installment, stage, campaign_id, batch)
      select loan_id, installment, stage, ${campaignId}, (row_number() over () - 1) / ${batchSize} from audience
      on conflict (loan_id, installment, stage) do update
        set campaign_id = excluded.campaign_id, batch = excluded.batch, status = 'planned', reason = null,
          not_before = null
        where d.status = 'skipped'
      returning 1
    )
    select count(*)::integer as size from planned`);
  return row?.size ?? 0;
}

interface Queueing {
  campaignId: number;
  aheadMs: number;
}

/** A job for every batch that has something planned; one that is queued already is not queued twice. */
async function queueCampaign(tx: Tx, { campaignId, aheadMs }: Queueing): Promise<void> {
  await tx.execute(sql`
    select count(*) from graphile_worker.add_jobs((
      select coalesce(array_agg((
        'dispatch', json_build_object('campaignId', b.campaign_id, 'batch', b.batch), null,
        greatest(b.starts_at, b.not_before) - ${shift(aheadMs)}, null, 'dispatch:' || b.campaign_id || ':' || b.batch, null, null
      )::graphile_worker.job_spec order by b.batch), '{}')
      from (
        select d.campaign_id, d.batch, c.starts_at, min(coalesce(d.not_before, c.starts_at)) as not_before
        from dispatches d join campaigns c on c.id = d.campaign_id
        where d.campaign_id = ${campaignId} and d.status = 'planned' and c.status = 'running'
        group by d.campaign_id, d.batch, c.starts_at
      ) as b
    ))`);
}

const shift = (ms: number): SQL => sql`make_interval(secs => ${ms}::double precision / 1000)`;

/** After a batch was gone through: what had to wait is queued for its time, while the campaign is running. */
export async function queueRest(q: Queryable, of: BatchOf & { aheadMs: number }): Promise<void> {
  const { campaignId, batch, aheadMs } = of;
  await q.execute(sql`
    select (graphile_worker.add_job(
      'dispatch', json_build_object('campaignId', ${campaignId}::integer, 'batch', ${batch}::integer),
      job_key => ${`dispatch:${campaignId}:${batch}`},
      run_at => greatest(now() + interval '1 second', rest.at - ${shift(aheadMs)})
    )).id
    from (
      select min(coalesce(d.not_before, now())) as at
      from dispatches d join campaigns c on c.id = d.campaign_id and c.status = 'running'
      where d.campaign_id = ${campaignId} and d.batch = ${batch} and d.status = 'planned'
    ) as rest where rest.at is not null`);
}

/** True when nothing of it is left to send. Looked for from the last batch back: what is planned stands there. */
export async function finishCampaign(q: Queryable, campaignId: number, now: string): Promise<boolean> {
  const done = await q.execute(sql`
    update campaigns set status = 'done', finished_at = ${now}
    where id = ${campaignId} and status = 'running' and (
      select count(*) from (
        select from dispatches where campaign_id = ${campaignId} and status in ('planned', 'sending')
        order by campaign_id desc, batch desc limit 1
      ) as open
    ) = 0
    returning id`);
  return done.length > 0;
}

export interface CampaignChange {
  campaignId: number;
  operator: string;
  now: string;
  aheadMs: number;
}

/** False when it does not wait for approval, or the operator is the one who made it. */
export async function approveCampaign(q: Queryable, change: CampaignChange): Promise<boolean> {
  const { campaignId, operator } = change;
  return await q.transaction(async (tx) => {
    const approved = await tx.execute(sql`
      update campaigns set status = 'running', approved_by = ${operator}
      where id = ${campaignId} and status = 'awaiting-approval' and created_by <> ${operator} returning id`);
    if (approved.length > 0) await queueCampaign(tx, change);
    return approved.length > 0;
  });
}

/** False when it was not running. What is being sent at this moment still goes out. */
export async function pauseCampaign(q: Queryable, campaignId: number): Promise<boolean> {
  const paused = await q.execute(sql`
    update campaigns set status = 'paused' where id = ${campaignId} and status = 'running' returning id`);
  return paused.length > 0;
}

/** False when it was not paused. */
export async function resumeCampaign(q: Queryable, change: CampaignChange): Promise<boolean> {
  return await q.transaction(async (tx) => {
    const resumed = await tx.execute(sql`
      update campaigns set status = 'running'
      where id = ${change.campaignId} and status = 'paused' returning id`);
    if (resumed.length > 0) await queueCampaign(tx, change);
    return resumed.length > 0;
  });
}

/** False when it had ended. Those not sent stay planned reminders, free for another campaign. */
export async function cancelCampaign(q: Queryable, { campaignId, now }: CampaignChange): Promise<boolean> {
  return await q.transaction(async (tx) => {
    const cancelled = await tx.execute(sql`
      update campaigns set status = 'cancelled', finished_at = ${now}
      where id = ${campaignId} and status in ('awaiting-approval', 'running', 'paused') returning id`);
    if (cancelled.length === 0) return false;
    await tx.execute(sql`
      update dispatches set status = 'skipped', reason = 'cancelled', at = ${now}
      where campaign_id = ${campaignId} and status = 'planned'`);
    return true;
  });
}

/**
 * Queues again what a process that died has left: its jobs stay locked for hours, but what they had to send is
 * still planned. Where somebody is still at it, both pass each other over.
 */
export async function requeueCampaign(q: Queryable, queueing: Queueing): Promise<void> {
  await q.transaction((tx) => queueCampaign(tx, queueing));
}

export async function runningCampaigns(q: Queryable): Promise<number[]> {
  const rows = await q.execute<{ id: number }>(
    sql`select id from campaigns where status = 'running' order by id`,
  );
  return rows.map(({ id }) => id);
}

export interface CampaignRow extends PlannedCampaign {
  on: string;
  audience: Audience;
  createdBy: string;
  approvedBy: string | null;
  startsAt: string;
  finishedAt: string | null;
}

/** ISO 8601, in UTC. */
export const utc = (instant: SQL): SQL =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = sql`id, status, size, "on"::text as "on", audience, created_by as "createdBy",
  approved_by as "approvedBy", ${utc(sql`starts_at`)} as "startsAt", ${utc(sql`finished_at`)} as "finishedAt"`;

export async function findCampaign(q: Queryable, campaignId: number): Promise<CampaignRow | undefined> {
  const rows = await q.execute<CampaignRow & Record<string, unknown>>(
    sql`select ${columns} from campaigns where id = ${campaignId}`,
  );
  return rows[0];
}

/** The latest first. */
export async function listCampaigns(q: Queryable, limit: number): Promise<CampaignRow[]> {
  return await q.execute<CampaignRow & Record<string, unknown>>(
    sql`select ${columns} from campaigns order by id desc limit ${limit}`,
  );
}

/** The latest of the same audience and date that has not ended: asking for it again goes on with it. */
export async function findUnfinished(
  q: Queryable,
  { audience, on }: Pick<CampaignPlan, "audience" | "on">,
): Promise<CampaignRow | undefined> {
  const rows = await q.execute<CampaignRow & Record<string, unknown>>(sql`
    select ${columns} from campaigns
    where audience = ${JSON.stringify(audience)}::jsonb and "on" = ${on} and finished_at is null
    order by id desc limit 1`);
  return rows[0];
}
