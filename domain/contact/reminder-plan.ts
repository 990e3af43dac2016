/** When a borrower is reminded of each installment: before it, on its day, and in the three stages after it. */
import { addDays } from "../calendar/dates.ts";
import type { Loan } from "../loan/loan-facts.ts";
import { loanPosition } from "../loan/loan-position.ts";
import type { ReminderStage } from "./reminder-stages.ts";

/**
 * The seed's 三阶递进: SMS reminder, call, legal letter. It gives no days; chosen here: the first day past due,
 * after a week, and when the first month (the bucket 1 to 30) is over.
 */
export const collectionStages = [
  { stage: "overdue-1", means: "sms", daysPastDue: 1 },
  { stage: "overdue-2", means: "call", daysPastDue: 8 },
  { stage: "overdue-3", means: "letter", daysPastDue: 31 },
] as const satisfies { stage: ReminderStage; means: string; daysPastDue: number }[];

/** The stage that an installment so many days past due has reached; none before the first. */
export function collectionStageOf(daysPastDue: number): (typeof collectionStages)[number] | undefined {
  return collectionStages.findLast((stage) => stage.daysPastDue <= daysPastDue);
}

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
    ...collectionStages.map(({ stage, daysPastDue }) => ({ stage, days: daysPastDue })),
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
