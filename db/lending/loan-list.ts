import { sql } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";
import type { LoanStageRow } from "./loan-positions.ts";

export interface LoanFilter {
  stage?: LoanStageRow | undefined;
  productId?: string | undefined;
  /** Days past due, both ends in it. */
  fromDaysPastDue?: number | undefined;
  toDaysPastDue?: number | undefined;
  /** From 1. */
  page: number;
  perPage: number;
}

/** As of the loan's last close; amounts in yuan. */
export interface ListedLoan {
  number: string;
  product: string;
  stage: LoanStageRow;
  daysPastDue: number;
  principal: string;
  overdue: string;
  dueToday: string;
  nextDueDate: string | null;
  nextAmount: string | null;
  asOf: string | null;
}

/** The latest first of those equally late. */
export async function listLoans(
  q: Queryable,
  filter: LoanFilter,
): Promise<{ total: number; loans: ListedLoan[] }> {
  const { stage, productId, fromDaysPastDue, toDaysPastDue, page, perPage } = filter;
  const matches = sql`
    (${stage ?? null}::text is null or p.stage = ${stage ?? null})
    and (${productId ?? null}::text is null or p.product_id = ${productId ?? null})
    and p.days_past_due between ${fromDaysPastDue ?? 0} and ${toDaysPastDue ?? 1_000_000}`;
  const [counted] = await q.execute<{ total: number }>(
    sql`select count(*)::integer as total from loan_positions p where ${matches}`,
  );
  const loans = await q.execute<ListedLoan & Record<string, unknown>>(sql`
    select loan.number, p.product_id as product, p.stage, p.days_past_due as "daysPastDue", p.principal::text,
      (p.overdue_principal + p.overdue_interest + p.penalty)::text as overdue, p.due_today::text as "dueToday",
      p.next_due_date::text as "nextDueDate", p.next_amount::text as "nextAmount", p."on"::text as "asOf"
    from loan_positions p join loans loan on loan.id = p.loan_id
    where ${matches}
    order by p.days_past_due desc, loan.number
    limit ${perPage} offset ${(page - 1) * perPage}`);
  return { total: counted?.total ?? 0, loans: [...loans] };
}
