/** What a campaign would come to: nothing is written. */
import { sql } from "drizzle-orm";
import type { ReminderStage } from "../../domain/contact/reminder-stages.ts";
import { defaultLocale, type Locale } from "../../domain/language/languages.ts";
import type { DeductionSource } from "../../domain/repayment/deduction-sources.ts";
import type { Queryable } from "../connection/connection.ts";
import { whyUnreachable } from "../conversation/unreachable-chats.ts";
import { loanIsOnHold } from "../lending/holds.ts";
import { type Audience, audienceRows } from "./audience.ts";
import { type AudienceStanding, standingRows } from "./audience-standing.ts";

export interface AudienceCount {
  stage: ReminderStage;
  locale: Locale;
  /** The way they would be reached first. */
  channel: "chat" | "sms";
  standing: AudienceStanding;
  count: number;
}

/** How many there are of each kind: nothing is written. */
export async function countAudience(q: Queryable, audience: Audience, on: string): Promise<AudienceCount[]> {
  return await q.execute<AudienceCount & Record<string, unknown>>(sql`
    select a.stage, coalesce(talk.locale, borrower.locale, ${defaultLocale}) as locale,
      case when talk.id is null or ${whyUnreachable(sql`talk.id`)} is not null then 'sms' else 'chat' end as channel,
      a.standing,
      count(*)::integer as count
    from (${standingRows(audience, on)}) as a
    join borrowers borrower on borrower.id = a.borrower_id
    left join lateral (
      select id, locale from conversations where borrower_id = a.borrower_id order by created_at desc, id limit 1
    ) as talk on true
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`);
}

export interface AudienceSample {
  loanId: string;
  installment: number;
  stage: ReminderStage;
  locale: Locale;
  /** Where it is deducted from; null: it is not, or it may wait. */
  deduction: DeductionSource | null;
}

/** Up to `each` of each language. */
export async function sampleAudience(
  q: Queryable,
  { audience, on, each }: { audience: Audience; on: string; each: number },
): Promise<AudienceSample[]> {
  return await q.execute<AudienceSample & Record<string, unknown>>(sql`
    select "loanId", installment, stage, locale, deduction from (
      select a.loan_id as "loanId", a.installment, a.stage, coalesce(borrower.locale, ${defaultLocale}) as locale,
        case when not ${loanIsOnHold({
          ...{ borrowerId: sql`loan.borrower_id`, loanId: sql`loan.id` },
          on: sql`${on}::date`,
        })} then borrower.automatic_deduction end as deduction,
        row_number() over (partition by coalesce(borrower.locale, ${defaultLocale}) order by loan.number) as place
      from (${audienceRows(audience, on)}) as a
      join loans loan on loan.id = a.loan_id
      join borrowers borrower on borrower.id = loan.borrower_id
    ) as sampled where place <= ${each} order by locale desc, place`);
}
