import { shanghaiDate, startOfDayInShanghai } from "../../../domain/dates.ts";
import { type Loan, loanPosition } from "../../../domain/loan.ts";
import { planReminders } from "../../../domain/reminder-plan.ts";
import type { Effect } from "../../effects.ts";
import { findLoan, openLoans } from "../offers.ts";
import { eventOf, type Outcome, type Scope } from "./plan.ts";

/** Reminders go out in the morning, borrower's time. */
const reminderTime = "09:00";
const nudgeHours = 24;

interface Reminding {
  loan: Loan;
  daysBefore: number;
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
function comingReminders({ loan, daysBefore, at }: Reminding): Effect[] {
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
      at: startOfDayInShanghai(date, reminderTime),
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
 * borrower heard of this one by another way.
 */
export function remind(scope: Scope): Outcome {
  const { loanId, installment, stage, at, told } = eventOf(scope, "reminder.due");
  const loan = findLoan(scope.context, loanId);
  // None is cleared: another installment's may be due in the same minute.
  const effects = comingReminders({ loan, daysBefore: scope.context.reminderDaysBefore, at });
  if (told) return { effects };
  return {
    notices: [{ kind: "reminder", loanId, installment, stage }],
    effects: [{ fact: "reminder.raised", loanId, installment, stage }, ...effects],
  };
}

export function chooseReminder(scope: Scope): Outcome {
  const { daysBefore, at } = eventOf(scope, "reminder.set");
  return {
    assign: { reminderDaysBefore: daysBefore },
    notices: [{ kind: "reminder-saved", daysBefore }],
    effects: [
      { fact: "reminder.chosen", daysBefore },
      ...openLoans(scope.context).flatMap((loan) => reminderDeadlines({ loan, daysBefore, at })),
    ],
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
