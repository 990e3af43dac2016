/** Whether a borrower may be written to now: decided at the moment of sending, never earlier. */
import type { ReminderStage } from "./reminder-stages.ts";

/** The borrower's own clock; from the first minute to the last before the second. Jiedao's own setting. */
export const quietHours = { from: "22:00", to: "08:00" } as const;

/** The whole hours at which a borrower may ask to be reminded: those outside the quiet ones. */
export const reminderHours = { first: 8, last: 21 } as const;

/** Where nobody chose. */
export const DEFAULT_REMINDER_HOUR = 9;

export const isReminderHour = (hour: number): boolean =>
  Number.isInteger(hour) && hour >= reminderHours.first && hour <= reminderHours.last;

/** Reminders to one borrower in one day of theirs, over all loans and channels. Jiedao's own setting. */
export const dailyCap = 3;

/**
 * Notices that go out whatever the borrower prefers, because their rights hang on them: that an installment is past
 * due, so that a penalty runs and it will be reported; and the last word before legal steps. Quiet hours and the
 * daily cap hold for them too.
 */
export const requiredNotices: readonly ReminderStage[] = ["overdue-1", "overdue-3"];

export const isRequiredNotice = (stage: ReminderStage): boolean => requiredNotices.includes(stage);

export interface ContactFacts {
  /** ISO 8601. */
  now: string;
  /** IANA name. */
  timeZone: string;
  stage: ReminderStage;
  /** Nothing of the installment is left to pay, or the loan is closed. */
  settled: boolean;
  /** A repayment of the loan is on its way. */
  paymentUnderWay: boolean;
  /** Told by the conversation's own deadline, or given way to a later stage. */
  told: boolean;
  /** The borrower asked not to be reminded. */
  stopped: boolean;
  /** They promised to pay on a later day, or were given one. */
  onHold: boolean;
  /** The hour from which they wish to be reminded, by their clock; null: never chosen. */
  reminderHour: number | null;
  /** Whoever would read it is the borrower: nobody else ever does. */
  toBorrower: boolean;
  /** Since the borrower's last midnight. */
  contactsToday: number;
}

export type SkipReason = "paid" | "payment-under-way" | "told" | "stopped" | "on-hold" | "third-party";
/** A reminder skipped for these is left out for good; any other reason may end, and then it may be planned again. */
export const lastingSkips: readonly SkipReason[] = ["told", "third-party"];

export type WaitReason = "quiet-hours" | "before-hour" | "daily-cap";

export type ContactDecision =
  | { outcome: "send" }
  /** `until`: ISO 8601, the end of the borrower's quiet hours, or the hour that they chose. */
  | { outcome: "wait"; until: string; reason: WaitReason }
  /** Not now, and not by this campaign. */
  | { outcome: "skip"; reason: SkipReason };

export function contactDecision(facts: ContactFacts): ContactDecision {
  const reason = skipReason(facts);
  if (reason) return { outcome: "skip", reason };
  const { now, timeZone, reminderHour } = facts;
  const from = Math.max(quietTo, (reminderHour ?? 0) * 60);
  const until = (): string => nextTime(now, timeZone, from);
  const minutes = minutesOfDay(now, timeZone);
  if (isQuiet(minutes)) return { outcome: "wait", until: until(), reason: "quiet-hours" };
  if (minutes < from) return { outcome: "wait", until: until(), reason: "before-hour" };
  if (facts.contactsToday >= dailyCap) return { outcome: "wait", until: until(), reason: "daily-cap" };
  return { outcome: "send" };
}

/** The instant itself, or the end of the quiet hours that it lies in. */
export function outsideQuietHours(instant: string, timeZone: string): string {
  return isQuiet(minutesOfDay(instant, timeZone)) ? nextTime(instant, timeZone, quietTo) : instant;
}

function skipReason(facts: ContactFacts): SkipReason | undefined {
  if (!facts.toBorrower) return "third-party";
  if (facts.settled) return "paid";
  if (facts.told) return "told";
  if (facts.paymentUnderWay) return "payment-under-way";
  if (isRequiredNotice(facts.stage)) return undefined;
  if (facts.stopped) return "stopped";
  return facts.onHold ? "on-hold" : undefined;
}

const dayMinutes = 24 * 60;
const quietFrom = minutesOf(quietHours.from);
const quietTo = minutesOf(quietHours.to);

const isQuiet = (minutes: number): boolean => minutes >= quietFrom || minutes < quietTo;

/** The next instant at which the borrower's clock shows so many minutes from midnight. */
function nextTime(now: string, timeZone: string, wanted: number): string {
  const minutes = minutesOfDay(now, timeZone);
  const ahead = (wanted - minutes + dayMinutes) % dayMinutes || dayMinutes;
  const wholeMinute = Math.floor(Date.parse(now) / 60_000) * 60_000;
  const guess = new Date(wholeMinute + ahead * 60_000).toISOString();
  // A change to or from summer time in between moves the clock by as much as the guess is off.
  const off = minutesOfDay(guess, timeZone) - wanted;
  return new Date(Date.parse(guess) - off * 60_000).toISOString();
}

/** What a clock in that zone shows at an instant, in minutes from midnight. Throws a RangeError on an unknown zone. */
function minutesOfDay(instant: string, timeZone: string): number {
  const clock = clockIn(timeZone).format(new Date(instant));
  return minutesOf(clock);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than a thousand readings of it. */
function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  clocks.set(timeZone, made);
  return made;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
