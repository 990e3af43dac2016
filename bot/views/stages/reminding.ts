/** The loan calendar and its reminders. */
import { claimsOf } from "../../../machines/journey/arrangements.ts";
import type { Choice } from "../../messages.ts";
import { calendarCard } from "../cards/calendar-card.ts";
import {
  askChoice,
  backChoice,
  borrowChoice,
  homeChoice,
  inRows,
  repayChoice,
} from "../choices/common-choices.ts";
import { amountsDueOf, amountsDueText, canRepay } from "../figures/amounts-due.ts";
import { arrangementLines } from "../notices/arrangement-texts.ts";
import { choice, lines, type Scope, type StageView, type StageViews } from "../stage-view.ts";
import { arrangingViews } from "./arranging.ts";

const leadTimes = [0, 1, 3, 5, 7];

export const remindingViews: StageViews<"reminding"> = {
  "reminding.choosing": ({ m, context }) => ({
    text: lines(
      m.reminding.choose({ daysBefore: context.reminderDaysBefore }),
      ...arrangementLines({ m, context }),
    ),
    situation: m.reminding.situation.choosing,
    choices: [
      ...inRows(
        leadTimes.map((days) =>
          choice(m.buttons.reminderDays(days), { type: "reminder.set", daysBefore: days }),
        ),
        3,
      ),
      ...settingsChoices({ m, context }),
      [backChoice(m)],
    ],
  }),
  "reminding.watching": watching,
  ...arrangingViews,
};

function settingsChoices({ m, context }: Pick<Scope, "m" | "context">): Choice[][] {
  const { buttons } = m.arrangements;
  const { stopped } = context.arrangements;
  return [
    [
      choice(buttons.changeHour, { type: "reminder.hour.choose" }),
      stopped
        ? choice(buttons.resume, { type: "reminders.resume" })
        : choice(buttons.stop, { type: "reminders.stop" }),
    ],
    ...(claimsOf(context).length > 0 ? [[choice(buttons.deduction, { type: "deduction.choose" })]] : []),
  ];
}

function watching(scope: Scope): StageView {
  const { m, context } = scope;
  const open = amountsDueOf(scope).count;
  const settled = context.loans.length - open;
  const done = settled > 0 ? m.reminding.settled({ count: settled }) : undefined;
  if (open === 0) {
    const choices = [[borrowChoice(m), homeChoice(m)]];
    const situation = m.reminding.situation.nothing;
    return { text: lines(m.reminding.nothing, done), situation, choices, menu: true };
  }
  const situation = m.reminding.situation.watching;
  return {
    text: lines(amountsDueText(scope), done),
    situation,
    card: calendarCard(scope),
    choices: [...watchingChoices(scope), [homeChoice(m)]],
    money: true,
  };
}

function watchingChoices(scope: Scope): Choice[][] {
  const { m, context } = scope;
  const settings = choice(m.buttons.reminderSettings, { type: "reminder.choose" });
  const clock = [
    [choice(m.buttons.nextDue, { type: "clock.forward", to: "next-due" })],
    [
      choice(m.buttons.overdue, { type: "clock.forward", to: "overdue" }),
      choice(m.buttons.nextDay, { type: "clock.forward", to: "next-day" }),
    ],
  ] satisfies Choice[][];
  const keep = [
    choice(m.buttons.calendarPicture, { type: "calendar.picture" }),
    choice(m.buttons.calendarFile, { type: "calendar.file" }),
  ];
  const asks = [askChoice(scope, "why-amount"), askChoice(scope, "financial-health")];
  return [
    canRepay(scope) ? [repayChoice(m), settings] : [settings],
    keep,
    asks,
    [
      choice(m.arrangements.buttons.hardship, { type: "hardship" }),
      ...(Number(amountsDueOf(scope).dueNow) > 0
        ? [choice(m.arrangements.buttons.paid, { type: "paid.claim" })]
        : []),
    ],
    ...(context.sandbox ? clock : []),
  ];
}
