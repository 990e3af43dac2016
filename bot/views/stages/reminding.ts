/** The loan calendar and its reminders. */
import type { Choice } from "../../messages.ts";
import { calendarCard } from "../calendar-card.ts";
import { backChoice, borrowChoice, homeChoice, inRows, repayChoice } from "../common-choices.ts";
import { debtsOf } from "../own-figures.ts";
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
  const debts = debtsOf(context);
  const settled = context.loans.length - debts.count;
  const late = Number(debts.dueNow) > 0;
  const situation = m.reminding.situation.watching;
  if (debts.count === 0) {
    const text = lines(
      m.reminding.nothing,
      settled > 0 ? m.reminding.settled({ count: settled }) : undefined,
    );
    return { text, situation, choices: [[borrowChoice(m), homeChoice(m)]], menu: true };
  }
  return {
    text: lines(
      m.reminding.watching(debts),
      late ? m.reminding.overdue({ amount: debts.dueNow }) : debts.next && m.reminding.next(debts.next),
      m.reminding.reminders({ daysBefore: context.reminderDaysBefore }),
    ),
    situation,
    card: calendarCard(scope),
    choices: watchingChoices(scope),
    money: true,
  };
}

function watchingChoices({ m, context }: Scope): Choice[][] {
  return [
    [repayChoice(m), choice(m.buttons.reminderSettings, { type: "reminder.choose" })],
    ...(context.sandbox
      ? [
          [choice(m.buttons.nextDue, { type: "clock.forward", to: "next-due" })],
          [
            choice(m.buttons.overdue, { type: "clock.forward", to: "overdue" }),
            choice(m.buttons.nextDay, { type: "clock.forward", to: "next-day" }),
          ],
        ]
      : []),
    [homeChoice(m)],
  ];
}
