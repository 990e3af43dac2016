import { shanghaiDate, startOfDayInShanghai } from "../../../domain/calendar/dates.ts";
import { planReminders } from "../../../domain/contact/reminder-plan.ts";
import { type Loan, loanPosition } from "../../../domain/loan/loan.ts";
import type { Effect } from "../../effects.ts";
import type { JourneyContext } from "../../journey-context.ts";
import { mayTell, reminderTime } from "../arrangements.ts";
import { findLoan, openLoans } from "../offers.ts";
import { eventOf, type Outcome, type Scope } from "./plan.ts";

const nudgeHours = 24;

interface Reminding {
  loan: Loan;
  /** Whose wishes they follow. */
  context: JourneyContext;
  at: string;
}

/** The deadlines of one loan, set anew. */
export const reminderDeadlines = (reminding: Reminding): Effect[] => [
  { deadline: "clear", key: `reminder:${reminding.loan.id}:` },
  ...comingReminders(reminding),
];

/**
 * The stages still to come of every unpaid installment that is due, and of the first one after them. The rest
 * follow as these fire.
 */
function comingReminders({ loan, context, at }: Reminding): Effect[] {
  const daysBefore = context.reminderDaysBefore;
  const today = shanghaiDate(at);
  const unpaid = loanPosition(loan, today).installments.filter(({ status }) => status !== "settled");
  const ahead = unpaid.find(({ dueDate }) => dueDate > today);
  const watched = new Set(
    unpaid.filter((one) => one.dueDate <= today || one === ahead).map(({ number }) => number),
  );
  const planned = planReminders({ loan, daysBefore })
    .filter(({ installment }) => watched.has(installment))
    .map(({ installment, stage, date }) => ({
      installment,
      stage,
      at: startOfDayInShanghai(date, reminderTime(context)),
    }))
    .filter((reminder) => Date.parse(reminder.at) > Date.parse(at));
  return planned.map(({ installment, stage, at: when }) => ({
    deadline: "set",
    key: `reminder:${loan.id}:${installment}:${stage}`,
    at: when,
    event: { type: "reminder.due", loanId: loan.id, installment, stage },
  }));
}

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

/** The borrower's wishes have changed: the deadlines of every open loan follow them. */
export const allReminderDeadlines = (context: JourneyContext, at: string): Effect[] =>
  openLoans(context).flatMap((loan) => reminderDeadlines({ loan, context, at }));

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
