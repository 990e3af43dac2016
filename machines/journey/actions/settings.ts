/** How and when a borrower wants to be reminded, and where deductions are taken from. */

import {
  addDays,
  isCalendarDate,
  shanghaiDate,
  startOfDayInShanghai,
} from "../../../domain/calendar/dates.ts";
import { outsideQuietHours } from "../../../domain/contact/contact-policy.ts";
import type { Effect } from "../../effects.ts";
import type { JourneyContext } from "../../journey-context.ts";
import { arranged, claimsOf, isUnpaid, mostDaysBefore } from "../arrangements.ts";
import { allReminderDeadlines } from "../reminder-deadlines.ts";
import { eventOf, type Outcome, type Scope } from "./plan.ts";

/** Whoever says when to be reminded wants to be. */
function reminded(
  scope: Scope,
  changes: Partial<JourneyContext>,
): { assign: Partial<JourneyContext>; effects: Effect[] } {
  const { context, event } = scope;
  const { stopped } = context.arrangements;
  const { arrangements = context.arrangements, ...rest } = changes;
  const assign = { ...rest, arrangements: { ...arrangements, stopped: false } };
  return {
    assign,
    effects: [
      ...(stopped ? [{ fact: "reminders.resumed" } as const] : []),
      ...allReminderDeadlines({ ...context, ...assign }, event.at),
    ],
  };
}

export function chooseReminder(scope: Scope): Outcome {
  const { daysBefore } = eventOf(scope, "reminder.set");
  const { assign, effects } = reminded(scope, { reminderDaysBefore: daysBefore });
  return {
    assign,
    notices: [{ kind: "reminder-saved", daysBefore }],
    effects: [{ fact: "reminder.chosen", daysBefore }, ...effects],
  };
}

export const refuseDays = (scope: Scope): Outcome => ({
  notices: [{ kind: "days-refused", given: eventOf(scope, "reminder.set").daysBefore, most: mostDaysBefore }],
});

export function chooseHour(scope: Scope): Outcome {
  const { hour } = eventOf(scope, "reminder.hour");
  const { assign, effects } = reminded(scope, arranged(scope.context, { hour }));
  return {
    assign,
    notices: [{ kind: "hour-saved", hour }],
    effects: [{ fact: "reminder.hour-chosen", hour }, ...effects],
  };
}

export const refuseHour = (scope: Scope): Outcome => ({
  notices: [
    {
      kind: "hour-refused",
      reason: Number.isInteger(eventOf(scope, "reminder.hour").hour) ? "quiet" : "not-whole",
    },
  ],
});

/** A reminder asked for earlier is not wanted any more either. */
export const stopReminders = ({ context }: Scope): Outcome => ({
  assign: arranged(context, { stopped: true, snooze: null }),
  notices: [{ kind: "reminders-stopped" }],
  effects: [{ fact: "reminders.stopped" }, { deadline: "clear", key: "snooze" }],
});

export function resumeReminders(scope: Scope): Outcome {
  const { assign, effects } = reminded(scope, {});
  return { assign, notices: [{ kind: "reminders-resumed" }], effects };
}

const mostDaysToSnooze = 31;

/** One more reminder of what is to be paid first, when it is asked for, or as soon afterwards as is allowed. */
export function snooze(scope: Scope): Outcome {
  const { context, event } = scope;
  const [claim] = claimsOf(context);
  if (!claim) return { notices: [{ kind: "nothing-owed" }] };
  const asked = instantOf(eventOf(scope, "snooze").until);
  if (!asked || Date.parse(asked) <= Date.parse(event.at))
    return { notices: [{ kind: "snooze-refused", reason: "past" }] };
  const until = outsideQuietHours(asked, "Asia/Shanghai");
  if (shanghaiDate(until) > addDays(shanghaiDate(event.at), mostDaysToSnooze))
    return { notices: [{ kind: "snooze-refused", reason: "too-far" }] };
  const { loanId, installment } = claim;
  return {
    assign: arranged(context, { snooze: { until, loanId, installment } }),
    notices: [{ kind: "snoozed", until, moved: until !== asked }],
    effects: [
      { deadline: "set", key: "snooze", at: until, event: { type: "snooze.due", loanId, installment } },
    ],
  };
}

/** Undefined for what is no time of the calendar. */
function instantOf(until: string): string | undefined {
  const [date = "", time = ""] = until.split("T");
  const isTime = /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);
  return isTime && isCalendarDate(date) ? startOfDayInShanghai(date, time) : undefined;
}

/** Silent where it was paid meanwhile, or its money is on its way. */
export function wakeFromSnooze(scope: Scope): Outcome {
  const { loanId, installment, at } = eventOf(scope, "snooze.due");
  const { context } = scope;
  const wanted = isUnpaid({ ...context, at }, { loanId, installment });
  return {
    assign: arranged(context, { snooze: null }),
    ...(wanted && { notices: [{ kind: "reminder", loanId, installment, stage: "before" }] }),
  };
}

/** The press names the source: it is the consent. */
export function chooseDeduction(scope: Scope): Outcome {
  const { source } = eventOf(scope, "deduction.set");
  return {
    assign: arranged(scope.context, { deduction: source }),
    notices: [{ kind: "deduction-saved" }],
    effects: [
      { fact: "consent.given", kind: "deduction", subject: source },
      { fact: "deduction.chosen", source },
    ],
  };
}

export function stopDeduction({ context }: Scope): Outcome {
  if (!context.arrangements.deduction) return { notices: [{ kind: "deduction-none" }] };
  return {
    assign: arranged(context, { deduction: null }),
    notices: [{ kind: "deduction-stopped" }],
    effects: [{ fact: "deduction.chosen", source: null }],
  };
}
