import { sql } from "drizzle-orm";
import type { Tx } from "../connection/connection.ts";
import { triesUntilKnown } from "../jobs/tries.ts";
import { loanIsOnHold } from "../lending/holds.ts";

/**
 * Plans the deductions of a date, each a command `deduct` with its job, for loans of which something is due or
 * overdue, where the borrower agreed to it: on the due date and on the days up to the call. Left out are loans with
 * a repayment on its way, those whose borrower has paid on a later date, or has time until one. After reckonLoans.
 */
export async function planDeductions(tx: Tx, on: string): Promise<number> {
  const [row] = await tx.execute<{ planned: number }>(sql`
    with due as (
      select r.loan_id, loan.borrower_id, borrower.automatic_deduction as source
      from reckoned r
      join loan_terms terms on terms.loan_id = r.loan_id
      join loans loan on loan.id = r.loan_id
      join borrowers borrower on borrower.id = loan.borrower_id
      where borrower.automatic_deduction is not null and loan.status = 'active'
        and r.days_past_due < terms.call
        and r.overdue_principal + r.overdue_interest + r.penalty + r.due_today > 0
        and not ${loanIsOnHold({ borrowerId: sql`loan.borrower_id`, loanId: sql`loan.id`, on: sql`${on}::date` })}
        and not exists (
          select from repayments other where other.loan_id = r.loan_id
            and (other.status = 'processing' or other.value_date > ${on})
        )
    ),
    planned as (
      insert into commands (id, conversation_id, turn_id, kind, idempotency_key, payload)
      select gen_random_uuid(), talk.id, gen_random_uuid(), 'deduct', 'deduct:' || due.loan_id || ':' || ${on}::text,
        jsonb_build_object('loanId', due.loan_id, 'on', ${on}::text, 'source', due.source)
      from due
      cross join lateral (
        select id from conversations where borrower_id = due.borrower_id order by created_at desc, id limit 1
      ) as talk
      on conflict (idempotency_key) do nothing
      returning id
    ),
    jobs as (
      select graphile_worker.add_jobs(array_agg((
        'run-command', json_build_object('commandId', id), null, null, ${triesUntilKnown}, 'command:' || id, null, null
      )::graphile_worker.job_spec)) as job
      from planned having count(*) > 0
    )
    select (select count(*) from planned)::integer as planned, (select count(*) from jobs) as jobs`);
  return row?.planned ?? 0;
}
