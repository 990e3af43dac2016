/** Before an installment's due date, on it, and the three stages of collection after it. */
export const reminderStages = ["before", "due", "overdue-1", "overdue-2", "overdue-3"] as const;
export type ReminderStage = (typeof reminderStages)[number];
