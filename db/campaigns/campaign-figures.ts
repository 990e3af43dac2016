/** How far campaigns are, and what became of them. */
import { sql } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";
import { type CampaignRow, utc } from "./campaigns.ts";

/** A campaign that has not ended. */
export interface CampaignUnderWay extends Pick<CampaignRow, "id" | "status" | "size" | "startsAt"> {
  /** Sent, skipped, or given up. */
  done: number;
}

export async function campaignsUnderWay(q: Queryable): Promise<CampaignUnderWay[]> {
  return await q.execute<CampaignUnderWay & Record<string, unknown>>(sql`
    select c.id, c.size, c.status, ${utc(sql`c.starts_at`)} as "startsAt",
      (select count(*) from dispatches d
        where d.campaign_id = c.id and d.status not in ('planned', 'sending'))::integer as done
    from campaigns c where c.finished_at is null order by c.id`);
}

export interface OutcomeCount {
  status: string;
  channel: string | null;
  reason: string | null;
  count: number;
}

export async function campaignOutcomes(q: Queryable, campaignId: number): Promise<OutcomeCount[]> {
  return await q.execute<OutcomeCount & Record<string, unknown>>(sql`
    select status, channel, reason, count(*)::integer as count from dispatches
    where campaign_id = ${campaignId} group by 1, 2, 3 order by 1, 2, 3`);
}

/** How many may be sent now, how many are being sent, and until when the first of the others waits. */
export async function campaignBacklog(
  q: Queryable,
  { campaignId, now }: { campaignId: number; now: string },
): Promise<{ ready: number; sending: number; waiting: number; waitsUntil: string | null }> {
  const [row] = await q.execute<{
    ready: number;
    sending: number;
    waiting: number;
    waitsUntil: string | null;
  }>(sql`
    select
      (count(*) filter (where status = 'planned' and due <= ${now}))::integer as ready,
      (count(*) filter (where status = 'sending'))::integer as sending,
      (count(*) filter (where status = 'planned' and due > ${now}))::integer as waiting,
      min(due) filter (where status = 'planned' and due > ${now}) as "waitsUntil"
    from (
      select d.status, greatest(d.not_before, c.starts_at) as due
      from dispatches d join campaigns c on c.id = d.campaign_id where c.id = ${campaignId}
    ) as theirs`);
  if (!row) throw new Error("the statement always gives a row");
  return { ...row, waitsUntil: isoOf(row.waitsUntil) };
}

export interface DispatchLine {
  loan: string;
  installment: number;
  stage: string;
  status: string;
  channel: string | null;
  reason: string | null;
  attempts: number;
  at: string | null;
}

/** Every dispatch of a campaign, or only those in these states, by loan. */
export async function campaignLines(
  q: Queryable,
  campaignId: number,
  statuses?: readonly string[],
): Promise<DispatchLine[]> {
  const only =
    statuses &&
    sql`and d.status = any(array(
    select jsonb_array_elements_text(${JSON.stringify(statuses)}::jsonb)))`;
  const lines = await q.execute<DispatchLine & Record<string, unknown>>(sql`
    select loan.number as loan, d.installment, d.stage, d.status, d.channel, d.reason, d.attempts, d.at
    from dispatches d join loans loan on loan.id = d.loan_id
    where d.campaign_id = ${campaignId} ${only ?? sql``}
    order by loan.number, d.installment, d.stage`);
  return lines.map((line) => ({ ...line, at: isoOf(line.at) }));
}

const isoOf = (instant: string | null): string | null => instant && new Date(instant).toISOString();
