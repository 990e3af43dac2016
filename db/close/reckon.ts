/**
 * Every open loan at the end of a date, from the facts of one moment: the closed form of domain/loan/replay.ts under the
 * house's conventions (domain/product/conventions.ts); no position is opened for a loan with others. Interest of a period is
 * the daily rate times the principal to come at its start times its days, less what was paid ahead times the days it
 * no longer ran; a penalty likewise. Sums are exact and are rounded where the domain rounds. Allocations are taken as
 * booked: a loan has one repayment in processing at a time and one that was overtaken is refused, so they are booked
 * in the order of their dates, in which a replay would apply them.
 */
import { sql } from "drizzle-orm";
import { collectionStages } from "../../domain/contact/reminder-plan.ts";
import { DEFAULT_DAYS_BEFORE } from "../../domain/loan/due-status.ts";
import { housePenalty } from "../../domain/product/conventions.ts";
import type { Tx } from "../connection/connection.ts";

/**
 * Makes the temporary tables `open_installments` (what is left of each) and `reckoned` (one row a loan), both gone
 * at the transaction's end.
 */
export async function reckonLoans(tx: Tx, on: string): Promise<void> {
  await tx.execute(sql`
    create temporary table open_installments on commit drop as
    with covered as (
      select a.loan_id, a.installment, i.due_date, r.value_date, a.principal, a.interest, a.penalty
      from loan_positions p
      join repayment_allocations a on a.loan_id = p.loan_id
      join repayments r on r.id = a.repayment_id and r.status = 'posted'
      join installments i on i.loan_id = a.loan_id and i.number = a.installment
      where p.stage not in ('settled', 'written-off') and r.value_date <= ${on}
    ),
    paid as (
      select loan_id, installment as number,
        sum(principal) as principal, sum(interest) as interest, sum(penalty) as penalty,
        sum(principal * greatest(${on}::date - greatest(value_date, due_date), 0)) as late_days
      from covered group by loan_id, installment
    ),
    -- Principal paid before its day earns no more in any period that it would have run through.
    ahead as (
      select c.loan_id, i.number,
        sum(c.principal * greatest(least(${on}::date, i.due_date) - greatest(c.value_date, i.due_date - i.days), 0))
          as days_so_far,
        sum(c.principal * (i.due_date - greatest(c.value_date, i.due_date - i.days))) as days_in_all
      from covered c
      join installments i on i.loan_id = c.loan_id and i.number <= c.installment and i.due_date > c.value_date
      where c.value_date < c.due_date
      group by c.loan_id, i.number
    ),
    figures as (
      select p.loan_id, i.number, i.due_date,
        i.principal - coalesce(paid.principal, 0) as principal,
        coalesce(paid.interest, 0) as paid_interest,
        coalesce(paid.penalty, 0) as paid_penalty,
        p.daily_rate * ((i.balance + i.principal) * greatest(least(${on}::date, i.due_date) - i.due_date + i.days, 0)
          - coalesce(ahead.days_so_far, 0)) as accrued,
        p.daily_rate * ((i.balance + i.principal) * i.days - coalesce(ahead.days_in_all, 0)) as in_all,
        ${housePenalty.dailyRate}::numeric
          * (i.principal * greatest(${on}::date - i.due_date, 0) - coalesce(paid.late_days, 0)) as penalty
      from loan_positions p
      join installments i on i.loan_id = p.loan_id
      left join paid on paid.loan_id = i.loan_id and paid.number = i.number
      left join ahead on ahead.loan_id = i.loan_id and ahead.number = i.number
      where p.stage not in ('settled', 'written-off')
    )
    select loan_id, number, due_date, principal, paid_interest, paid_penalty,
      greatest(round(accrued, 2) - paid_interest, 0) as interest,
      greatest(round(in_all, 2) - paid_interest, 0) as whole_interest,
      greatest(round(penalty, 2) - paid_penalty, 0) as penalty
    from figures`);
  await tx.execute(sql`analyze open_installments`);
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
        when t.days_past_due >= ${overdueFrom("letter")} then 'overdue-letter'
        when t.days_past_due >= ${overdueFrom("call")} then 'overdue-call'
        when t.days_past_due >= ${overdueFrom("sms")} then 'overdue-reminder'
        when t.due_today > 0 then 'due'
        when '2000-01-01'::date + t.next[2]::integer - ${on}::date
          <= coalesce(borrower.reminder_days_before, ${DEFAULT_DAYS_BEFORE}) then 'due-soon'
        else 'active'
      end as stage
    from totals t
    join loans loan on loan.id = t.loan_id
    join borrowers borrower on borrower.id = loan.borrower_id`);
  await tx.execute(sql`analyze reckoned`);
}

function overdueFrom(means: (typeof collectionStages)[number]["means"]): number {
  return collectionStages.find((stage) => stage.means === means)?.daysPastDue ?? Number.POSITIVE_INFINITY;
}
