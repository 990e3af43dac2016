/**
 * Every open loan at the end of a date, from the facts of one moment and the conventions that each loan was made with:
 * the figures of domain/loan/loan-position.ts.
 */
import { sql } from "drizzle-orm";
import { DEFAULT_DAYS_BEFORE } from "../../domain/loan/due-status.ts";
import type { Tx } from "../connection/connection.ts";
import { reckonInstallments } from "./installments.ts";
import { readLoanTerms } from "./loan-terms.ts";

/**
 * Makes the temporary tables `loan_terms` and `reckoned` (one row a loan) and `open_installments` (what is left of
 * each), all gone at the transaction's end.
 */
export async function reckonLoans(tx: Tx, on: string): Promise<void> {
  await readLoanTerms(tx);
  await reckonInstallments(tx, on);
  await tx.execute(sql`
    create temporary table reckoned on commit drop as
    with totals as (
      select loan_id,
        sum(principal) as principal, sum(interest) as interest, sum(penalty) as penalty,
        sum(interest + paid_interest) as interest_earned, sum(penalty + paid_penalty) as penalty_earned,
        coalesce(sum(principal) filter (where due_date < ${on}), 0) as overdue_principal,
        coalesce(sum(interest) filter (where due_date < ${on}), 0) as overdue_interest,
        coalesce(sum(principal + interest) filter (where due_date = ${on}), 0) as due_today,
        bool_and(principal + whole_interest + penalty = 0) as settled,
        coalesce(${on}::date - min(due_date) filter (
          where due_date < ${on} and principal + interest + penalty > 0), 0) as days_past_due,
        -- Number, date and amount of the first to come that is not settled, taken together.
        min(array[number, due_date - '2000-01-01'::date, principal + whole_interest]) filter (
          where due_date > ${on} and principal + whole_interest > 0) as next
      from open_installments group by loan_id
    )
    select t.*, t.next[1]::integer as next_number, '2000-01-01'::date + t.next[2]::integer as next_due_date,
      t.next[3] as next_amount,
      case
        when t.settled then 'settled'
        when t.days_past_due >= terms.letter then 'overdue-letter'
        when t.days_past_due >= terms.call then 'overdue-call'
        when t.days_past_due >= terms.sms then 'overdue-reminder'
        when t.due_today > 0 then 'due'
        when '2000-01-01'::date + t.next[2]::integer - ${on}::date
          <= coalesce(borrower.reminder_days_before, ${DEFAULT_DAYS_BEFORE}) then 'due-soon'
        else 'active'
      end as stage
    from totals t
    join loan_terms terms on terms.loan_id = t.loan_id
    join loans loan on loan.id = t.loan_id
    join borrowers borrower on borrower.id = loan.borrower_id`);
  await tx.execute(sql`analyze reckoned`);
}
