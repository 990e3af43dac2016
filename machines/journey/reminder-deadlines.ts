/** The deadlines at which a borrower is reminded, as they are arranged. */
import { shanghaiDate, startOfDayInShanghai } from "../../domain/calendar/dates.ts";
import { DEFAULT_REMINDER_HOUR } from "../../domain/contact/contact-policy.ts";
import { planReminders } from "../../domain/contact/reminder-plan.ts";
import { type Loan, loanPosition } from "../../domain/loan/loan-position.ts";
import type { Effect } from "../effects.ts";
import type { JourneyContext } from "../journey-context.ts";
import { openLoans } from "./loans.ts";

/** "09:00" */
export const reminderTime = ({ arrangements: { hour } }: Pick<JourneyContext, "arrangements">): string =>
  `${String(hour ?? DEFAULT_REMINDER_HOUR).padStart(2, "0")}:00`;

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
export function comingReminders({ loan, context, at }: Reminding): Effect[] {
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

/** The borrower's wishes have changed: the deadlines of every open loan follow them. */
export const allReminderDeadlines = (context: JourneyContext, at: string): Effect[] =>
  openLoans(context).flatMap((loan) => reminderDeadlines({ loan, context, at }));
