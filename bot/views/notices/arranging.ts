/** What is told of reminders, paying later, automatic deductions and people to talk to. */
import { shanghaiDate } from "../../../domain/calendar/dates.ts";
import { DEFAULT_REMINDER_HOUR } from "../../../domain/contact/contact-policy.ts";
import type { arrangingNotices as definitions } from "../../../machines/notices/arranging.ts";
import type { Choice } from "../../messages.ts";
import { choice, type Scope } from "../stage-view.ts";
import {
  dayHasCome,
  deductionSaved,
  extensionAsked,
  findsPayment,
  goesOnReminding,
  paidClaimed,
  personAsked,
  promiseMade,
  requestDecided,
} from "./arrangement-texts.ts";
import type { NoticeViews } from "./notice-view.ts";
import { reminderChoices } from "./pay-choices.ts";

export const arrangingNotices: NoticeViews<keyof typeof definitions> = {
  "reminder-saved": { text: (notice, { m }) => m.notices.reminderSaved(notice) },
  "days-refused": { text: (notice, { m }) => m.arrangements.daysRefused(notice) },
  "hour-saved": { text: (notice, { m }) => m.arrangements.hourSaved(notice) },
  "hour-refused": { text: ({ reason }, { m }) => m.arrangements.hourRefused[reason] },
  "reminders-stopped": { text: (_, { m }) => m.arrangements.stopped },
  "reminders-resumed": {
    text: (_, { m, context }) =>
      m.arrangements.resumed({
        daysBefore: context.reminderDaysBefore,
        hour: context.arrangements.hour ?? DEFAULT_REMINDER_HOUR,
      }),
  },
  snoozed: { text: (notice, { m }) => m.arrangements.snoozed(notice) },
  "snooze-refused": { text: ({ reason }, { m }) => m.arrangements.snoozeRefused[reason] },

  "nothing-owed": { text: (_, { m }) => m.arrangements.nothingOwed },
  "paid-claimed": {
    text: (_, scope) => paidClaimed(scope),
    choices: (_, scope) => (findsPayment(scope) ? [] : [[again(scope), toPerson(scope)]]),
  },
  "promise-made": { text: (_, scope) => promiseMade(scope) },
  "promise-withdrawn": { text: (_, { m }) => m.arrangements.promise.withdrawn },
  "promise-refused": { text: (notice, { m }) => m.arrangements.promise.refused(notice) },
  "extension-asked": { text: (_, scope) => extensionAsked(scope) },
  "extension-pending": {
    text: (_, { m, context: { arrangements, at } }) =>
      m.arrangements.extension.pending({ until: arrangements.extension?.until ?? shanghaiDate(at) }),
    extras: (_, scope) => (scope.path === "reminding.hardship" ? [] : [[toPerson(scope)]]),
  },
  "extension-refused": { text: (notice, { m }) => m.arrangements.extension.refused(notice) },
  "day-has-come": {
    text: dayHasCome,
    choices: (_, scope) => reminderChoices(scope),
    asksToPay: true,
  },

  "person-asked": {
    text: personAsked,
    choices: (notice, scope) =>
      goesOnReminding(notice, scope)
        ? [[choice(scope.m.arrangements.buttons.stop, { type: "reminders.stop" })]]
        : [],
    isGrave: ({ reason }) => reason !== "contact",
  },
  "request-decided": { text: requestDecided },

  "deduction-saved": { text: (_, scope) => deductionSaved(scope) },
  "deduction-stopped": { text: (_, { m }) => m.arrangements.deduction.stopped },
  "deduction-none": { text: (_, { m }) => m.arrangements.deduction.none },
};

const again = ({ m }: Scope): Choice => choice(m.arrangements.paid.again, { type: "paid.claim" });

const toPerson = ({ m }: Scope): Choice => choice(m.arrangements.buttons.person, { type: "person.request" });
