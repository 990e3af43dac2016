/** Who a campaign is for: open installments of running loans, each in the stage that it has on a date. */
import { type SQL, sql } from "drizzle-orm";
import type { ReminderStage } from "../../domain/contact/reminder-stages.ts";
import { contactDay } from "../lending/loan-conventions.ts";

/** All that is given must hold. */
export interface Audience {
  /** Due today or within so many days from now; without it what is due today, or overdue. */
  dueWithinDays?: number | undefined;
  product?: string | undefined;
  stage?: ReminderStage | undefined;
  /** Of each of these loans the oldest open installment. */
  loanNumbers?: readonly string[] | undefined;
}

const stageCase = sql`
  when i.due_date <= "on" - ${contactDay("letter")} then 'overdue-3'
  when i.due_date <= "on" - ${contactDay("call")} then 'overdue-2'
  when i.due_date <= "on" - ${contactDay("sms")} then 'overdue-1'`;

/**
 * Rows (loan_id, installment, stage). Whoever chose how many days before the due date to be reminded hears nothing
 * earlier than that.
 */
export function audienceRows({ dueWithinDays, product, stage, loanNumbers }: Audience, on: string): SQL {
  const chosen =
    loanNumbers &&
    sql`and loan.number = any(array(
    select jsonb_array_elements_text(${JSON.stringify(loanNumbers)}::jsonb)))`;
  const window =
    dueWithinDays === undefined
      ? sql`${loanNumbers ? sql`` : sql`and i.due_date <= "on"`}`
      : sql`and i.due_date between "on" and "on" + ${dueWithinDays}::integer`;
  return sql`
    select loan_id, installment, stage from (
      select i.loan_id, i.number as installment, i.due_date, "on", borrower.reminder_days_before,
        case when i.due_date > "on" then 'before' when i.due_date = "on" then 'due' ${stageCase} end as stage,
        row_number() over (partition by i.loan_id order by i.number) as place
      from (select ${on}::date as "on") as today
      cross join installments i
      join loans loan on loan.id = i.loan_id
      join borrowers borrower on borrower.id = loan.borrower_id
      join quotes quote on quote.id = loan.id ${product === undefined ? sql`` : sql`and quote.product_id = ${product}`}
      where loan.status = 'active' and i.principal_paid < i.principal ${chosen ?? sql``} ${window}
    ) as open
    where (due_date <= "on" or reminder_days_before is null or due_date <= "on" + reminder_days_before)
      ${loanNumbers ? sql`and place = 1` : sql``}
      ${stage === undefined ? sql`` : sql`and stage = ${stage}`}`;
}
