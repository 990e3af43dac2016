/** How each of an audience stands: what planning takes and what a dry run counts are one condition. */
import { type SQL, sql } from "drizzle-orm";
import { lastingSkips, requiredNotices } from "../../domain/contact/contact-policy.ts";
import { installmentIsOnHold } from "../lending/holds.ts";
import { type Audience, audienceRows } from "./audience.ts";

/**
 * `queued`: in a campaign that has not come to it; `told`: sent, or said by the conversation; `not-delivered`: tried,
 * and nobody will read it; `skipped`: left out for good. The next three end by themselves, and then it is to be sent.
 */
export const audienceStandings = [
  "to-send",
  "queued",
  "told",
  "not-delivered",
  "skipped",
  "payment-under-way",
  "stopped",
  "on-hold",
] as const;
export type AudienceStanding = (typeof audienceStandings)[number];

/** Rows (loan_id, installment, stage, borrower_id, standing). */
export function standingRows(audience: Audience, on: string): SQL {
  const courtesy = isCourtesy(sql`a.stage`);
  const held = {
    borrowerId: sql`loan.borrower_id`,
    loanId: sql`a.loan_id`,
    installment: sql`a.installment`,
  };
  const lasting = sql.join(
    lastingSkips.map((reason) => sql`${reason}`),
    sql`, `,
  );
  return sql`
    select a.loan_id, a.installment, a.stage, loan.borrower_id, case
        when d.status in ('planned', 'sending') then 'queued'
        when d.status in ('failed', 'unreachable', 'unknown') then 'not-delivered'
        when d.status = 'sent' or r.status = 'raised' then 'told'
        when r.status = 'superseded' or (d.status = 'skipped' and d.reason in (${lasting})) then 'skipped'
        when exists (select from repayments p where p.loan_id = a.loan_id and p.status = 'processing')
          then 'payment-under-way'
        when ${courtesy} and preference.stopped_at is not null then 'stopped'
        when ${courtesy} and ${installmentIsOnHold({ ...held, on: sql`${on}::date` })} then 'on-hold'
        else 'to-send'
      end as standing
    from (${audienceRows(audience, on)}) as a
    join loans loan on loan.id = a.loan_id
    left join reminders r on (r.loan_id, r.installment, r.stage) = (a.loan_id, a.installment, a.stage)
    left join dispatches d on (d.loan_id, d.installment, d.stage) = (a.loan_id, a.installment, a.stage)
    left join contact_preferences preference on preference.borrower_id = loan.borrower_id`;
}

/** Whether a stage's notice is one of those that may be left out. */
const isCourtesy = (stage: SQL): SQL =>
  sql`${stage} not in (${sql.join(
    requiredNotices.map((one) => sql`${one}`),
    sql`, `,
  )})`;
