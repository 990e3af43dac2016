import { sql } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";

/** What became of the deductions of a date so far. */
export interface DeductionOutcomes {
  /** Not yet tried. */
  waiting: number;
  /** The payment service was out of reach: tried again by itself, for days. */
  retrying: number;
  collected: number;
  /** A card's money, some working days later. */
  onTheWay: number;
  refused: number;
  /** The borrower had paid, or was paying. */
  skipped: number;
}

export async function deductionOutcomes(q: Queryable, on: string): Promise<DeductionOutcomes> {
  const [row] = await q.execute<{ [Key in keyof DeductionOutcomes]: number }>(sql`
    with deductions as (
      select c.status, c.result ->> 'type' as result, coalesce(job.attempts > 0 and job.locked_at is null, false) as tried
      from commands c left join graphile_worker.jobs job on job.key = 'command:' || c.id and c.status = 'pending'
      where c.kind = 'deduct' and c.payload ->> 'on' = ${on}
    )
    select (count(*) filter (where status = 'pending' and not tried))::integer as waiting,
      (count(*) filter (where status = 'pending' and tried))::integer as retrying,
      (count(*) filter (where result = 'repayment.completed'))::integer as collected,
      (count(*) filter (where result = 'repayment.processing'))::integer as "onTheWay",
      (count(*) filter (where result = 'repayment.refused'))::integer as refused,
      (count(*) filter (where result = 'deduction.skipped'))::integer as skipped
    from deductions`);
  if (!row) throw new Error("the statement always gives a row");
  return row;
}
