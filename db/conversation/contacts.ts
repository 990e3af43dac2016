/** What borrowers said about being written to, and the reminders that their own chats tell. */
import { sql } from "drizzle-orm";
import { isRequiredNotice } from "../../domain/contact/contact-policy.ts";
import type { ReminderStage } from "../../domain/contact/reminder-stages.ts";
import type { Queryable } from "../connection/connection.ts";

/** From now on only required notices go out; said again, the first time counts. */
export async function stopContacts(q: Queryable, borrowerId: string, now: string): Promise<void> {
  await q.execute(sql`
    insert into contact_preferences as p (borrower_id, stopped_at) values (${borrowerId}, ${now})
    on conflict (borrower_id) do update set stopped_at = coalesce(p.stopped_at, excluded.stopped_at)`);
}

/** Takes a stop back. */
export async function resumeContacts(q: Queryable, borrowerId: string): Promise<void> {
  await q.execute(sql`update contact_preferences set stopped_at = null where borrower_id = ${borrowerId}`);
}

/** The hour of the borrower's clock from which reminders are wanted; an hour of the quiet ones throws. */
export async function setReminderHour(q: Queryable, borrowerId: string, hour: number): Promise<void> {
  await q.execute(sql`
    insert into contact_preferences (borrower_id, reminder_hour) values (${borrowerId}, ${hour})
    on conflict (borrower_id) do update set reminder_hour = excluded.reminder_hour`);
}

export interface ChatReminder {
  borrowerId: string;
  loanId: string;
  installment: number;
  stage: ReminderStage;
  /** The system's time, ISO 8601. */
  at: string;
}

/** A reminder that a conversation tells by itself counts towards the day's cap as any other. */
export async function logChatReminder(q: Queryable, told: ChatReminder): Promise<void> {
  const { borrowerId, loanId, installment, stage, at } = told;
  await q.execute(sql`
    insert into contacts (borrower_id, loan_id, installment, stage, channel, required, outcome, at)
    values (${borrowerId}, ${loanId}, ${installment}, ${stage}, 'chat', ${isRequiredNotice(stage)}, 'sent', ${at})`);
}
