/** When a borrower is reminded of each installment: before it, on its day, and in the three stages after it. */
import { addDays } from "../calendar/dates.ts";
import type { Loan } from "../loan/loan-facts.ts";
import { loanPosition } from "../loan/loan-position.ts";
import { collectionStagesOf } from "./collection-stages.ts";
import type { ReminderStage } from "./reminder-stages.ts";

export interface PlannedReminder {
  installment: number;
  stage: ReminderStage;
  /** Asia/Shanghai date. */
  date: string;
}

/**
 * Every stage of every installment that the repayments booked have not settled, in the order of installments.
 * `daysBefore` 0 means on the day only. No reminder lies before the disbursement.
 */
export function planReminders({ loan, daysBefore }: { loan: Loan; daysBefore: number }): PlannedReminder[] {
  const stages: { stage: ReminderStage; days: number }[] = [
    ...(daysBefore > 0 ? [{ stage: "before" as const, days: -daysBefore }] : []),
    { stage: "due", days: 0 },
    ...collectionStagesOf(loan.conventions.contactDays).map(({ stage, daysPastDue }) => ({
      stage,
      days: daysPastDue,
    })),
  ];
  const lastPaidOn = loan.repayments.map(({ valueDate }) => valueDate).reduce(later, loan.disbursedOn);
  return loanPosition(loan, lastPaidOn)
    .installments.filter(({ status }) => status !== "settled")
    .flatMap(({ number, dueDate }) =>
      stages.map(({ stage, days }) => ({ installment: number, stage, date: addDays(dueDate, days) })),
    )
    .filter(({ date }) => date >= loan.disbursedOn);
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
