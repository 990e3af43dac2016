/** What is owed: the loans and their calendar, reminders, paying later, automatic deductions, repayments. */
import { type EventDefinition, harmless } from "./definition.ts";

const shown = { ...harmless, fields: [], button: "shown", asQuestion: "done" } as const;
const reminding = { ...shown, asQuestion: { topic: "contact-hours" } } as const;
const later = { ...shown, asQuestion: { topic: "change-due-date" } } as const;

export const repayingEvents = {
  "loans.show": {
    ...shown,
    waitsForMoney: true,
    asQuestion: { topic: "amount-due-now" },
    label: "buttons.loans",
  },
  /** The loan calendar as a picture, and as a file for the phone's own calendar. */
  "calendar.picture": { ...shown, label: "buttons.calendarPicture" },
  "calendar.file": { ...shown, label: "buttons.calendarFile" },

  "reminder.choose": { ...reminding, waitsForMoney: true, label: "buttons.reminderSettings" },
  "reminder.set": {
    ...reminding,
    waitsForMoney: true,
    fields: ["daysBefore"],
    label: { message: "buttons.reminderDays", of: "daysBefore" },
  },
  "reminder.hour.choose": { ...reminding, waitsForMoney: true, label: "buttons.reminderSettings" },
  "reminder.hour": {
    ...reminding,
    waitsForMoney: true,
    fields: ["hour"],
    label: { message: "clarification.reminderHour", of: "hour" },
  },
  "reminders.stop": { ...shown, label: null },
  "reminders.resume": { ...shown, label: null },
  /** To be reminded once more then. */
  snooze: { ...shown, fields: ["until"], label: null },

  /** "I have paid already." */
  "paid.claim": { ...shown, label: null },
  /** "I cannot pay." */
  hardship: { ...later, waitsForMoney: true, label: "arrangements.buttons.hardship" },
  "promise.choose": { ...later, waitsForMoney: true, label: "arrangements.buttons.promise" },
  /** Without an amount: what is due now, as it will stand then. */
  "promise.make": {
    ...later,
    waitsForMoney: true,
    fields: ["on", "amount?"],
    label: "clarification.promise",
  },
  "promise.withdraw": { ...later, label: null },
  "extension.choose": { ...later, waitsForMoney: true, label: "arrangements.buttons.extension" },
  "extension.request": { ...later, fields: ["on"], label: null },
  /** Answered: what staff decide upon is not taken back here. */
  "extension.withdraw": { ...shown, label: null },

  "deduction.choose": {
    ...shown,
    waitsForMoney: true,
    asQuestion: { topic: "unauthorised-deduct" },
    label: "arrangements.buttons.deduction",
  },
  "deduction.set": { ...shown, fields: ["source"], binds: "consent", reads: "books", label: null },
  "deduction.stop": { ...shown, label: null },

  /** With the amount that was named, where one was. */
  repay: {
    ...shown,
    waitsForMoney: true,
    fields: ["amount?"],
    step: true,
    asQuestion: { topic: "repay-manual-how" },
    label: { message: "clarification.repayAmount", of: "amount", without: "buttons.repay" },
  },
  "repay.loan": { ...shown, fields: ["loanId"], label: null },
  "repay.kind": {
    ...shown,
    waitsForMoney: true,
    fields: ["kind"],
    asQuestion: { topic: "repay-early-allowed" },
    label: { message: "clarification.repay", of: "kind" },
  },
  "repay.rail": { ...shown, fields: ["rail"], label: null },
  "repay.confirm": {
    ...shown,
    fields: ["hash"],
    step: true,
    binds: "money",
    reads: "books",
    label: null,
  },
} as const satisfies Record<string, EventDefinition>;
