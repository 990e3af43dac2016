import type { ReminderStage } from "../domain/reminder-plan.ts";
import type { Queryable } from "./connection.ts";
import { reminders } from "./schema.ts";

export interface RaisedReminder {
  loanId: string;
  installment: number;
  stage: ReminderStage;
  /** The borrower's time. */
  raisedAt: string;
}

/** False when this stage of the installment was raised before: the borrower is not to hear it again. */
export async function raiseReminder(q: Queryable, reminder: RaisedReminder): Promise<boolean> {
  const raised = await q
    .insert(reminders)
    .values(reminder)
    .onConflictDoNothing()
    .returning({ loanId: reminders.loanId });
  return raised.length > 0;
}
