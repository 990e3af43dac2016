/** Ways to pay, to hear of it later, or to say why not. */
import { addDays } from "../../../domain/calendar/dates.ts";
import type { Choice } from "../../messages.ts";
import { loansChoice, repayChoice } from "../choices/common-choices.ts";
import { canRepay } from "../figures/amounts-due.ts";
import { shanghaiClock } from "../figures/figures.ts";
import { choice, type Scope } from "../stage-view.ts";

/** To pay what is overdue, or to say that one cannot. */
export function waysOut(scope: Scope): Choice[][] {
  const { m } = scope;
  const pay = canRepay(scope) ? [repayChoice(m), loansChoice(m)] : [loansChoice(m)];
  return [pay, [choice(m.arrangements.buttons.hardship, { type: "hardship" })]];
}

/** Under a reminder. */
export function reminderChoices(scope: Scope): Choice[][] {
  const { m, path, context } = scope;
  const { buttons } = m.arrangements;
  const pay = canRepay(scope) ? [repayChoice(m), loansChoice(m)] : [loansChoice(m)];
  const until = laterThan(context.at);
  const isToday = until.startsWith(shanghaiClock(context.at).date);
  return [
    ...(path === "reminding.watching" ? [] : [pay]),
    scope.day ? [] : [choice(buttons.snooze(until, isToday), { type: "snooze", until })],
    [choice(buttons.hardship, { type: "hardship" }), choice(buttons.paid, { type: "paid.claim" })],
  ];
}

/** The afternoon, the evening, or the next morning. */
function laterThan(at: string): string {
  const { date, time } = shanghaiClock(at);
  const hour = ["15:00", "20:00"].find((one) => time < one);
  return hour ? `${date}T${hour}` : `${addDays(date, 1)}T09:00`;
}
