/** The loan calendar and its reminders. */
import type { Choice } from "../../messages.ts";
import { calendarCard } from "../calendar-card.ts";
import { askChoice, backChoice, borrowChoice, homeChoice, inRows, repayChoice } from "../common-choices.ts";
import { canRepay, debtsOf, debtsText } from "../debts.ts";
import { choice, lines, type Scope, type StageView, type StageViews } from "../stage-view.ts";

const leadTimes = [0, 1, 3, 5, 7];

export const remindingViews: StageViews<"reminding"> = {
  "reminding.choosing": ({ m, context }) => ({
    text: m.reminding.choose({ daysBefore: context.reminderDaysBefore }),
    situation: m.reminding.situation.choosing,
    choices: [
      ...inRows(
        leadTimes.map((days) =>
          choice(m.buttons.reminderDays(days), { type: "reminder.set", daysBefore: days }),
        ),
        3,
      ),
      [backChoice(m)],
    ],
  }),
  "reminding.watching": watching,
};

function watching(scope: Scope): StageView {
  const { m, context } = scope;
  const open = debtsOf(scope).count;
  const settled = context.loans.length - open;
  const done = settled > 0 ? m.reminding.settled({ count: settled }) : undefined;
  if (open === 0) {
    const choices = [[borrowChoice(m), homeChoice(m)]];
    const situation = m.reminding.situation.nothing;
    return { text: lines(m.reminding.nothing, done), situation, choices, menu: true };
  }
  const situation = m.reminding.situation.watching;
  return {
    text: lines(debtsText(scope), done),
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
  const asks = [askChoice(m, "why-amount"), askChoice(m, "health")];
  return [
    canRepay(scope) ? [repayChoice(m), settings] : [settings],
    keep,
    asks,
    ...(context.sandbox ? clock : []),
  ];
}
