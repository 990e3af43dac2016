/** What is left of each installment of every open loan at the end of a date. */
import { sql } from "drizzle-orm";
import { interestOwed } from "../../domain/loan/accrual.ts";
import type { Loan } from "../../domain/loan/loan-facts.ts";
import { loanPosition, loanState } from "../../domain/loan/loan-position.ts";
import type { Tx } from "../connection/connection.ts";
import { loadLoans } from "../lending/loan-facts.ts";

/**
 * Makes the temporary table `open_installments`, gone at the transaction's end: principal, interest and penalty still to
 * pay, and what was paid of them. After readLoanTerms.
 */
export async function reckonInstallments(tx: Tx, on: string): Promise<void> {
  await gatherPayments(tx, on);
  await reckonSetBased(tx, on);
  await reckonByDomain(tx, on);
  await tx.execute(sql`analyze open_installments`);
}

/**
 * Allocations as booked: a loan has one repayment in processing at a time and one that was overtaken is refused, so they
 * are booked in the order of their dates, in which a replay would apply them. `late_*`: yuan times the days of penalty
 * that they no longer bore; `ahead` likewise for interest, in each period through which the principal would have run.
 */
async function gatherPayments(tx: Tx, on: string): Promise<void> {
  await tx.execute(sql`
    create temporary table covered on commit drop as
    select a.loan_id, a.installment, i.due_date, r.value_date, a.principal, a.interest, a.penalty,
      r.value_date <= i.due_date + t.grace_days as in_grace,
      greatest(${on}::date - greatest(r.value_date, i.due_date + t.penalty_from), 0)
        + case when r.value_date <= i.due_date + t.penalty_from and ${on} > i.due_date + t.penalty_from
          then t.first_day else 0 end as late_days
    from loan_terms t
    join repayment_allocations a on a.loan_id = t.loan_id
    join repayments r on r.id = a.repayment_id and r.status = 'posted'
    join installments i on i.loan_id = a.loan_id and i.number = a.installment
    where t.set_based and r.value_date <= ${on}`);
  await tx.execute(sql`
    create temporary table paid on commit drop as
    select loan_id, installment as number,
      sum(principal) as principal, sum(interest) as interest, sum(penalty) as penalty,
      sum(principal) filter (where in_grace) as graced_principal,
      sum(interest) filter (where in_grace) as graced_interest,
      sum(principal * late_days) as late_principal, sum(interest * late_days) as late_interest
    from covered group by loan_id, installment`);
  await tx.execute(sql`
    create temporary table ahead on commit drop as
    select c.loan_id, i.number,
      sum(c.principal * greatest(least(${on}::date, i.due_date) - greatest(c.value_date, i.due_date - i.days), 0))
        as days_so_far,
      sum(c.principal * (i.due_date - greatest(c.value_date, i.due_date - i.days))) as days_in_all
    from covered c
    join installments i on i.loan_id = c.loan_id and i.number <= c.installment and i.due_date > c.value_date
    where c.value_date < c.due_date
    group by c.loan_id, i.number`);
  for (const table of [sql`covered`, sql`paid`, sql`ahead`]) await tx.execute(sql`analyze ${table}`);
}

/**
 * The closed form of domain/loan/replay.ts. Interest of a period is the daily rate times the principal to come at its
 * start times its days, less what was paid ahead times the days it no longer ran. A penalty is its rate times what bears
 * it times the days since it starts, less what was paid times the days it no longer bore; none within the grace or of
 * what was paid off in it, and at most its cap. Sums are exact and are rounded where the domain rounds.
 */
async function reckonSetBased(tx: Tx, on: string): Promise<void> {
  await tx.execute(sql`
    create temporary table open_installments on commit drop as
    with interests as (
      select t.loan_id, i.number, i.due_date, i.principal as whole_principal,
        i.principal - coalesce(paid.principal, 0) as principal,
        coalesce(paid.interest, 0) as paid_interest, coalesce(paid.penalty, 0) as paid_penalty,
        coalesce(paid.graced_principal, 0) as graced_principal, coalesce(paid.graced_interest, 0) as graced_interest,
        coalesce(paid.late_principal, 0) as late_principal, coalesce(paid.late_interest, 0) as late_interest,
        round(t.daily_rate * ((i.balance + i.principal) * greatest(least(${on}::date, i.due_date) - i.due_date + i.days, 0)
          - coalesce(ahead.days_so_far, 0)), 2) as accrued,
        round(t.daily_rate * ((i.balance + i.principal) * i.days - coalesce(ahead.days_in_all, 0)), 2) as in_all,
        greatest(${on}::date - i.due_date - t.penalty_from, 0)
          + case when ${on} > i.due_date + t.penalty_from then t.first_day else 0 end as late_days
      from loan_terms t
      join installments i on i.loan_id = t.loan_id
      left join paid on paid.loan_id = i.loan_id and paid.number = i.number
      left join ahead on ahead.loan_id = i.loan_id and ahead.number = i.number
      where t.set_based
    ),
    penalties as (
      select i.*, t.grace_days,
        i.graced_principal = i.whole_principal and (t.on_interest = 0 or i.graced_interest >= i.in_all) as forgiven,
        round(i.whole_principal * t.penalty_cap, 2) as most,
        round(t.penalty_rate * (i.whole_principal * i.late_days - i.late_principal
          + t.on_interest * (greatest(i.in_all, i.paid_interest) * i.late_days - i.late_interest)), 2) as earned
      from interests i join loan_terms t on t.loan_id = i.loan_id
    )
    select loan_id, number, due_date, principal, paid_interest, paid_penalty,
      greatest(accrued - paid_interest, 0) as interest,
      greatest(in_all - paid_interest, 0) as whole_interest,
      case when ${on}::date - due_date <= grace_days or forgiven then 0
        else greatest(least(earned, most) - paid_penalty, 0) end as penalty
    from penalties`);
}

/** Loans read at once by the domain's way: enough that few statements are sent, few enough for the memory. */
const batch = 200;

async function reckonByDomain(tx: Tx, on: string): Promise<void> {
  const others = await tx.execute<{ id: string }>(sql`
    select loan_id as id from loan_terms where not set_based order by loan_id`);
  for (let from = 0; from < others.length; from += batch) {
    const loans = await loadLoans(
      tx,
      others.slice(from, from + batch).map(({ id }) => id),
    );
    const rows = loans.flatMap((loan) => rowsOf(loan, on));
    await tx.execute(sql`
      insert into open_installments
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(loan_id text, number integer, due_date date,
        principal numeric, paid_interest numeric, paid_penalty numeric,
        interest numeric, whole_interest numeric, penalty numeric)`);
  }
}

function rowsOf(loan: Loan, on: string): Record<string, unknown>[] {
  const state = loanState(loan, on);
  return loanPosition(loan, on).installments.map((one, index) => {
    const installment = state.installments[index];
    return {
      ...{ loan_id: loan.id, number: one.number, due_date: one.dueDate },
      ...{
        principal: one.outstandingPrincipal,
        paid_interest: one.paidInterest,
        paid_penalty: one.paidPenalty,
      },
      interest: installment ? interestOwed(state, installment).toFixed(2) : "0.00",
      ...{ whole_interest: one.outstandingInterest, penalty: one.penalty },
    };
  });
}
