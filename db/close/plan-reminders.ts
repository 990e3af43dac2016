import { sql } from "drizzle-orm";
import { DEFAULT_REMINDER_HOUR } from "../../domain/contact/contact-policy.ts";
import { DEFAULT_DAYS_BEFORE } from "../../domain/loan/due-status.ts";
import type { Tx } from "../connection/connection.ts";

/**
 * Plans what the date brings (domain/contact/reminder-plan.ts): each stage of an installment once, by its key. A stage
 * that was planned earlier and not told gives way to the later one. Not to be told before the hour that the borrower
 * chose, as in a conversation. After reckonLoans.
 */
export async function planRemindersOfDay(tx: Tx, on: string): Promise<number> {
  const planned = await tx.execute<{ planned: number }>(sql`
    with wanted as (
      select i.loan_id, i.number, s.stage, s.channel
      from loan_terms t
      cross join lateral (values ('due', 0, 'chat'), ('overdue-1', t.sms, 'chat'), ('overdue-2', t.call, 'call'),
        ('overdue-3', t.letter, 'letter')) as s(stage, days, channel)
      join open_installments i on i.loan_id = t.loan_id and i.due_date = ${on}::date - s.days
      where i.principal + i.whole_interest + i.penalty > 0
      union all
      select i.loan_id, i.number, 'before', 'chat'
      from open_installments i
      join loans loan on loan.id = i.loan_id
      join borrowers borrower on borrower.id = loan.borrower_id
      where i.due_date > ${on} and i.due_date <= ${on}::date + 31
        and i.due_date = ${on}::date + coalesce(borrower.reminder_days_before, ${DEFAULT_DAYS_BEFORE})
        and i.principal + i.whole_interest > 0
    ),
    planned as (
      insert into reminders (loan_id, installment, stage, status, planned_on, channel, not_before)
      select wanted.loan_id, wanted.number, wanted.stage, 'planned', ${on}, wanted.channel,
        (${on}::date + make_interval(hours => coalesce(preference.reminder_hour, ${DEFAULT_REMINDER_HOUR})))
          at time zone 'Asia/Shanghai'
      from wanted
      join loans loan on loan.id = wanted.loan_id
      left join contact_preferences preference on preference.borrower_id = loan.borrower_id
      on conflict do nothing
      returning loan_id, installment, stage
    ),
    -- Seen as they were before this statement: none of those just planned.
    superseded as (
      update reminders r set status = 'superseded'
      from planned
      where r.loan_id = planned.loan_id and r.installment = planned.installment and r.status = 'planned'
    )
    select count(*)::integer as planned from planned`);
  return planned[0]?.planned ?? 0;
}
