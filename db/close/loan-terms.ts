/** How each open loan of a close is reckoned: the conventions that it was made with, as columns. */
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "../connection/connection.ts";
import { contactDay } from "../lending/contact-days.ts";

/**
 * Makes the temporary table `loan_terms`, one row an open loan, gone at the transaction's end. `set_based`: the closed
 * form of db/close/installments.ts holds for it, as interest is the same each calendar day and principal moves by
 * allocations alone; a loan of any other conventions is replayed by the domain.
 */
export async function readLoanTerms(tx: Tx): Promise<void> {
  await tx.execute(sql`
    create temporary table loan_terms on commit drop as
    select p.loan_id, p.daily_rate,
      ${at("dayCount")} like 'actual/%' and ${at("counting")} = 'exclusive'
        and ${at("rounding,mode")} = 'half-up' and ${at("rounding,unit")} = '0.01'
        and ${at("repayment,excess")} <> 'fewer' as set_based,
      (${at("repayment,penalty,dailyRate")})::numeric as penalty_rate,
      (${at("repayment,penalty,graceDays")})::integer as grace_days,
      case ${at("repayment,penalty,startsFrom")}
        when 'grace-end' then (${at("repayment,penalty,graceDays")})::integer else 0 end as penalty_from,
      (${at("repayment,penalty,counting")} = 'inclusive')::integer as first_day,
      (${at("repayment,penalty,cap")})::numeric as penalty_cap,
      (coalesce(${at("repayment,penalty,base")}, 'principal') = 'principal-and-interest')::integer as on_interest,
      ${contactDay("sms")} as sms, ${contactDay("call")} as call, ${contactDay("letter")} as letter
    from loan_positions p join quotes quote on quote.id = p.loan_id
    where p.stage not in ('settled', 'written-off')`);
  await tx.execute(sql`analyze loan_terms`);
}

const at = (path: string): SQL => sql`(quote.conventions #>> ${sql.raw(`'{${path}}'`)})`;
