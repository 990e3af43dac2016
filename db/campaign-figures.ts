/** What became of a campaign so far. */
import { sql } from "drizzle-orm";
import type { Queryable } from "./connection.ts";

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
  return await q.execute<DispatchLine & Record<string, unknown>>(sql`
    select loan.number as loan, d.installment, d.stage, d.status, d.channel, d.reason, d.attempts, d.at
    from dispatches d join loans loan on loan.id = d.loan_id
    where d.campaign_id = ${campaignId} ${only ?? sql``}
    order by loan.number, d.installment, d.stage`);
}
