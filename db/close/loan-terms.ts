/** How each open loan of a close is reckoned: the conventions that it was made with, as columns. */
import { sql } from "drizzle-orm";
import type { Tx } from "../connection/connection.ts";
import { contactDay, convention } from "../lending/loan-conventions.ts";

/**
 * Makes the temporary table `loan_terms`, one row an open loan, gone at the transaction's end. `set_based`: the closed
 * form of db/close/installments.ts holds for it, as interest is the same each calendar day and principal moves by
 * allocations alone; a loan of any other conventions is replayed by the domain.
 */
export async function readLoanTerms(tx: Tx): Promise<void> {
  await tx.execute(sql`
    create temporary table loan_terms on commit drop as
    select p.loan_id, p.daily_rate,
      ${convention("dayCount")} like 'actual/%' and ${convention("counting")} = 'exclusive'
        and ${convention("rounding,mode")} = 'half-up' and ${convention("rounding,unit")} = '0.01'
        and ${convention("repayment,excess")} <> 'fewer' as set_based,
      ${convention("repayment,penalty,dailyRate")}::numeric as penalty_rate,
      ${convention("repayment,penalty,graceDays")}::integer as grace_days,
      case ${convention("repayment,penalty,startsFrom")}
        when 'grace-end' then ${convention("repayment,penalty,graceDays")}::integer else 0 end as penalty_from,
      (${convention("repayment,penalty,counting")} = 'inclusive')::integer as first_day,
      ${convention("repayment,penalty,cap")}::numeric as penalty_cap,
      (coalesce(${convention("repayment,penalty,base")}, 'principal') = 'principal-and-interest')::integer as on_interest,
      ${contactDay("sms")} as sms, ${contactDay("call")} as call, ${contactDay("letter")} as letter
    from loan_positions p join quotes quote on quote.id = p.loan_id
    where p.stage not in ('settled', 'written-off')`);
  await tx.execute(sql`analyze loan_terms`);
}
