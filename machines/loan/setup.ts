/** The vocabulary of a loan's life: what can be said of where it stands. */
import { setup } from "xstate";
import { collectionStageOf } from "../../domain/contact/collection-stages.ts";
import type { LoanEvent } from "./loan-events.ts";

interface Scope {
  event: LoanEvent;
}

const stageOf = ({ event }: Scope) =>
  "dueStatus" in event ? collectionStageOf(event.dueStatus.daysPastDue, event.contactDays)?.stage : undefined;

const isSoon = ({ event }: Scope): boolean =>
  "dueStatus" in event && (event.dueStatus.daysToNextDue ?? Number.POSITIVE_INFINITY) <= event.daysBefore;

export interface LoanStateMeta {
  /** Whose turn it is. */
  actsNext: "borrower" | "partner" | "staff" | "nobody";
}

/** As the books have it, coarser than the stage: the tag of every state. */
export const loanStatuses = ["signed", "active", "settled", "abandoned", "written-off"] as const;
export type LoanStatus = (typeof loanStatuses)[number];

export const loanSetup = setup({
  types: {} as { events: LoanEvent; meta: LoanStateMeta; tags: LoanStatus },
  guards: {
    isSettled: ({ event }: Scope) => "dueStatus" in event && event.dueStatus.settled,
    isForLetter: (scope: Scope) => stageOf(scope) === "overdue-3",
    isForCall: (scope: Scope) => stageOf(scope) === "overdue-2",
    isForReminder: (scope: Scope) => stageOf(scope) === "overdue-1",
    isDue: ({ event }: Scope) => "dueStatus" in event && event.dueStatus.dueToday,
    isDueSoon: isSoon,
  },
});
