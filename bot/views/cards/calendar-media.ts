/** The loan calendar to take along: as a picture, or as a file for the phone's own calendar. */

import { shanghaiDate } from "../../../domain/calendar/dates.ts";
import { DEFAULT_REMINDER_HOUR } from "../../../domain/contact/contact-policy.ts";
import { type DueDate, droppedDates, dueDates } from "../../../domain/loan/loan-calendar.ts";
import type { JourneyContext, Notice } from "../../../machines/journey-context.ts";
import { pictureSize } from "../../media/calendar/calendar-picture.ts";
import { drawnMonths, monthOf, sumOf, unpaid } from "../../media/calendar/content.ts";
import type { CalendarContent, CalendarDue, Medium } from "../../messages.ts";
import { openOnes } from "../figures/open-ones.ts";
import { lines, type Scope } from "../stage-view.ts";

type Form = Extract<Notice, { kind: "calendar" }>["form"];

export function calendarText(form: Form, { m, context, loanPositions }: Scope): string {
  if (openOnes(loanPositions()).length === 0)
    return form === "file" && loanPositions().length > 0 ? m.calendar.sent.allOver : m.reminding.nothing;
  const sent =
    form === "picture"
      ? m.calendar.sent.picture
      : m.calendar.sent.file({ daysBefore: context.reminderDaysBefore, hour: hourOf(context) });
  return lines(sent, ...context.processing.map((one) => m.amountsDue.processing(one)));
}

const hourOf = ({ arrangements }: JourneyContext): number => arrangements.hour ?? DEFAULT_REMINDER_HOUR;

/** What was asked for. Where nothing is owed any more, the file that takes the due dates out of the phone again. */
export function calendarMedia(scope: Scope): Medium[] {
  const asked = scope.context.notices.filter((notice) => notice.kind === "calendar");
  if (asked.length === 0 || scope.loanPositions().length === 0) return [];
  const content = contentOf(scope);
  const owing = openOnes(scope.loanPositions()).length > 0;
  const given = asked.filter(({ form }) => owing || form === "file");
  return given.map(({ form }) => (form === "picture" ? picture(content, scope) : file(content, scope)));
}

function contentOf({ context }: Scope): CalendarContent {
  const { loans, at, reminderDaysBefore: daysBefore, sandbox } = context;
  const of = { loans, on: shanghaiDate(at) };
  const named = (dues: DueDate[]): CalendarDue[] =>
    dues.map((due) => {
      const loan = loans.find(({ id }) => id === due.loanId);
      return { ...due, loanNumber: loan?.number ?? "", of: loan?.installments ?? 0 };
    });
  const [dues, dropped] = [named(dueDates(of)), named(droppedDates(of))];
  return { at, daysBefore, hour: hourOf(context), sandbox, dues, ...(dropped.length > 0 && { dropped }) };
}

function picture(calendar: CalendarContent, { m }: Scope): Medium {
  const on = shanghaiDate(calendar.at);
  const last = drawnMonths(calendar).at(-1) ?? "";
  const dues = calendar.dues.filter(
    ({ date, status }) => status === "overdue" || (monthOf(date) >= monthOf(on) && monthOf(date) <= last),
  );
  return {
    ...{ kind: "picture", name: `jiedao-calendar-${on}.png`, mimeType: "image/png" },
    alt: m.calendar.alt({ on, dues, total: sumOf(unpaid(calendar.dues)) }),
    ...pictureSize(calendar, m),
    calendar,
  };
}

const file = (calendar: CalendarContent, { m }: Scope): Medium => ({
  ...{ kind: "file", name: "jiedao-calendar.ics", mimeType: "text/calendar" },
  alt: m.calendar.altFile({ count: unpaid(calendar.dues).length }),
  calendar,
});
