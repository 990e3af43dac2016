/** 三阶递进: by what means somebody overdue is spoken to, and from which day on. */
import { type ContactDays, houseContactDays } from "../product/conventions.ts";
import type { ReminderStage } from "./reminder-stages.ts";

export interface CollectionStage {
  stage: ReminderStage;
  means: "sms" | "call" | "letter";
  /** Days past due from which it comes. */
  daysPastDue: number;
}

/** In their order, by the contact days of a loan; without any by the house's. */
export const collectionStagesOf = (days: ContactDays = houseContactDays): CollectionStage[] => [
  { stage: "overdue-1", means: "sms", daysPastDue: days.sms },
  { stage: "overdue-2", means: "call", daysPastDue: days.call },
  { stage: "overdue-3", means: "letter", daysPastDue: days.letter },
];

/** The stage that an installment so many days past due has reached; undefined before the first. */
export const collectionStageOf = (daysPastDue: number, days?: ContactDays): CollectionStage | undefined =>
  collectionStagesOf(days).findLast((stage) => stage.daysPastDue <= daysPastDue);
