import { mayTell } from "../arrangements.ts";
import { findLoan } from "../loans.ts";
import { comingReminders } from "../reminder-deadlines.ts";
import { eventOf, type Outcome, type Scope } from "./plan.ts";

const nudgeHours = 24;

/**
 * One reminder for an installment still unpaid; the deadlines of the next one are set with it, also where the
 * borrower heard of this one by another way, or wants to hear nothing now.
 */
export function remind(scope: Scope): Outcome {
  const { loanId, installment, stage, at, told } = eventOf(scope, "reminder.due");
  const loan = findLoan(scope.context, loanId);
  // None is cleared: another installment's may be due in the same minute.
  const effects = comingReminders({ loan, context: scope.context, at });
  if (told || !mayTell(scope.context, { loanId, installment, stage })) return { effects };
  return {
    notices: [{ kind: "reminder", loanId, installment, stage }],
    effects: [{ fact: "reminder.raised", loanId, installment, stage }, ...effects],
  };
}

/** An application left lying is brought up once, a day later. */
export const setNudge = ({ event }: Scope): Outcome => ({
  effects: [
    {
      deadline: "set",
      key: "nudge",
      at: new Date(Date.parse(event.at) + nudgeHours * 3_600_000).toISOString(),
      event: { type: "idle.nudge" },
    },
  ],
});

export const clearNudge = (): Outcome => ({ effects: [{ deadline: "clear", key: "nudge" }] });
