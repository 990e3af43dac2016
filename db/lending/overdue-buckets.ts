import { sql } from "drizzle-orm";
import { buckets } from "../../domain/overdue/overdue.ts";
import type { Queryable } from "../connection/connection.ts";

/** Loans by days past due as of the last close; amounts in yuan. */
export interface OverdueBucket {
  name: string;
  /** Of the borrower's credit report. */
  reportCode: string;
  loans: number;
  /** Past its day: principal, interest, penalty. */
  overdue: string;
  /** All principal still owed by these loans. */
  principal: string;
}

/** Every bucket of domain/overdue/overdue.ts, empty ones too; open loans only. */
export async function overdueBuckets(q: Queryable): Promise<OverdueBucket[]> {
  const rows = await q.execute<OverdueBucket & Record<string, unknown>>(sql`
    select bucket.name, bucket."reportCode", count(p.loan_id)::integer as loans,
      coalesce(sum(p.overdue_principal + p.overdue_interest + p.penalty), 0)::numeric(18, 2)::text as overdue,
      coalesce(sum(p.principal), 0)::numeric(18, 2)::text as principal
    from jsonb_to_recordset(${JSON.stringify(buckets)}::jsonb)
      as bucket(name text, "from" integer, "to" integer, "reportCode" text)
    left join loan_positions p on p.stage not in ('settled', 'written-off')
      and p.days_past_due >= bucket."from" and (bucket."to" is null or p.days_past_due <= bucket."to")
    group by bucket.name, bucket."reportCode", bucket."from" order by bucket."from"`);
  return [...rows];
}
