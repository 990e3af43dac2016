import { sql } from "drizzle-orm";
import type { Tx } from "../connection/connection.ts";

export interface PromisesJudged {
  kept: number;
  broken: number;
}

/**
 * Judges the open promises as domain/overdue/promise.ts does: kept once the amount has come, broken when their day has ended
 * without it. One whose money is on its way waits until that has come or not.
 */
export async function judgePromises(tx: Tx, on: string): Promise<PromisesJudged> {
  const [row] = await tx.execute<PromisesJudged & Record<string, unknown>>(sql`
    with standing as (
      select p.id, p.promised_on, p.amount, p.paid_before,
        coalesce(sum(r.amount) filter (
          where r.status = 'posted' and r.value_date <= least(p.promised_on, ${on}::date)), 0) as paid,
        coalesce(bool_or(r.status = 'processing'), false) as on_its_way
      from promises p
      left join loans loan on loan.borrower_id = p.borrower_id
      left join repayments r on r.loan_id = loan.id
      where p.status = 'open' and p.made_on <= ${on}
      group by p.id
    ),
    verdicts as (
      select id, case
        when paid - paid_before >= amount then 'kept'
        when promised_on < ${on} and not on_its_way then 'broken'
      end as status
      from standing
    ),
    judged as (
      update promises p set status = v.status, decided_on = ${on}
      from verdicts v where p.id = v.id and v.status is not null
      returning p.status
    )
    select (count(*) filter (where status = 'kept'))::integer as kept,
      (count(*) filter (where status = 'broken'))::integer as broken
    from judged`);
  if (!row) throw new Error("the statement always gives a row");
  return row;
}
