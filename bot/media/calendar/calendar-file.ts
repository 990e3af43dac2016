/**
 * The due dates as an iCalendar file (RFC 5545): one all-day event for each installment still to pay, a
 * cancelled one for each that is not due any more.
 */
import {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEvent,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { Messages } from "../../locales/messages.ts";
import type { CalendarContent, CalendarDue } from "../../messages.ts";
import { dayOf, notDueAnyMore, unpaid } from "./content.ts";

const hourSeconds = 3_600;
/** SEQUENCE counts seconds from here: two files of one minute differ, and it stays below 2^31 until 2078. */
const sequenceBegins = Date.UTC(2010, 0, 1);

/**
 * An installment keeps its UID, and a file made later has a higher SEQUENCE: imported again, its event is updated
 * rather than doubled, and taken away when it is not due any more. Times are taken from the content alone.
 */
export function calendarFile(content: CalendarContent, m: Messages): string {
  const calendar = new ICalCalendar({
    name: m.calendar.file.title,
    prodId: { company: "Jiedao", product: "loan calendar" },
    method: ICalCalendarMethod.PUBLISH,
  });
  const open = unpaid(content.dues);
  const several = new Set(open.map(({ loanId }) => loanId)).size > 1;
  for (const due of open) ring(calendar.createEvent(eventOf(due, several, content, m)), content);
  for (const due of notDueAnyMore(content)) {
    const event = eventOf(due, several, content, m);
    calendar.createEvent({ ...event, summary: m.calendar.file.over, status: ICalEventStatus.CANCELLED });
  }
  return calendar.toString();
}

function eventOf(due: CalendarDue, several: boolean, content: CalendarContent, m: Messages): ICalEventData {
  const { date, loanId, loanNumber, installment, of, amount } = due;
  const { summary, description } = m.calendar.file;
  const stamp = new Date(content.at);
  const pretended = content.sandbox ? `\n${m.system.playMoney}` : "";
  return {
    id: `${loanId}-${installment}@jiedao`,
    sequence: Math.floor((stamp.getTime() - sequenceBegins) / 1000),
    stamp,
    start: new Date(`${date}T00:00:00Z`),
    allDay: true,
    summary: summary(amount),
    description:
      description({ installment, of, loan: several ? loanNumber : undefined, on: dayOf(content) }) +
      pretended,
    class: ICalEventClass.PRIVATE,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

/** When Jiedao's own reminders go out: on the day, and as many days before as the borrower chose. On the phone's clock. */
function ring(event: ICalEvent, { daysBefore, hour }: CalendarContent): void {
  for (const days of new Set([daysBefore, 0])) {
    const trigger = (days * 24 - hour) * hourSeconds;
    const alarm = { type: ICalAlarmType.display, trigger, description: event.summary() };
    // The library reads this one by its setter alone, and counts from the event's end without it.
    event.createAlarm(alarm).relatesTo(ICalAlarmRelatesTo.start);
  }
}
