import { and, eq, ne } from "drizzle-orm";
import type { ReminderStage } from "../../domain/contact/reminder-stages.ts";
import type { Queryable } from "../connection/connection.ts";
import { reminders } from "../schema.ts";

export interface RaisedReminder {
  loanId: string;
  installment: number;
  stage: ReminderStage;
  /** The borrower's time. */
  raisedAt: string;
}

/**
 * False when this stage of the installment was told before, by whatever way, or gave way to a later one: the
 * borrower is not to hear it again. One that is planned is then no longer to be sent.
 */
export async function raiseReminder(q: Queryable, reminder: RaisedReminder): Promise<boolean> {
  const raised = await q
    .insert(reminders)
    .values(reminder)
    .onConflictDoUpdate({
      target: [reminders.loanId, reminders.installment, reminders.stage],
      set: { status: "raised", raisedAt: reminder.raisedAt },
      setWhere: eq(reminders.status, "planned"),
    })
    .returning({ loanId: reminders.loanId });
  return raised.length > 0;
}

/** True when raising it would give false. */
export async function isReminderTold(
  q: Queryable,
  { loanId, installment, stage }: Omit<RaisedReminder, "raisedAt">,
): Promise<boolean> {
  const rows = await q
    .select({ status: reminders.status })
    .from(reminders)
    .where(
      and(
        eq(reminders.loanId, loanId),
        eq(reminders.installment, installment),
        eq(reminders.stage, stage),
        ne(reminders.status, "planned"),
      ),
    );
  return rows.length > 0;
}
