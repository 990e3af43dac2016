/** The vocabulary of a loan's life: what can be said of where it stands. */
import { setup } from "xstate";
import { collectionStageOf } from "../../domain/contact/reminder-plan.ts";
import type { LoanEvent } from "./loan-events.ts";

interface Scope {
  event: LoanEvent;
}

const stageOf = ({ event }: Scope) =>
  "standing" in event ? collectionStageOf(event.standing.daysPastDue)?.stage : undefined;

const isSoon = ({ event }: Scope): boolean =>
  "standing" in event && (event.standing.daysToNextDue ?? Number.POSITIVE_INFINITY) <= event.daysBefore;

export const loanSetup = setup({
  types: {} as { events: LoanEvent },
  guards: {
    isSettled: ({ event }: Scope) => "standing" in event && event.standing.settled,
    isForLetter: (scope: Scope) => stageOf(scope) === "overdue-3",
    isForCall: (scope: Scope) => stageOf(scope) === "overdue-2",
    isForReminder: (scope: Scope) => stageOf(scope) === "overdue-1",
    isDue: ({ event }: Scope) => "standing" in event && event.standing.dueToday,
    isDueSoon: isSoon,
  },
});
