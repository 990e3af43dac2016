/** Places of the loan calendar's stage where something is arranged: the hour, deductions, paying later. */

import { addDays, daysBetween, shanghaiDate } from "../../../domain/calendar/dates.ts";
import { DEFAULT_REMINDER_HOUR } from "../../../domain/contact/contact-policy.ts";
import { claimedOn } from "../../../domain/overdue/promise.ts";
import { lastDeductionDay } from "../../../domain/repayment/automatic-deduction.ts";
import { deductionSources } from "../../../domain/repayment/deduction-sources.ts";
import { claimsOf, daysToName } from "../../../machines/journey/arrangements.ts";
import { openLoans } from "../../../machines/journey/loans.ts";
import { openPromise } from "../../../machines/journey/open-promise.ts";
import type { Choice } from "../../messages.ts";
import { backChoice, inRows } from "../choices/common-choices.ts";
import { onTheWayText } from "../figures/amounts-due.ts";
import { choice, lines, paragraphs, type Scope, type StageView, type StageViews } from "../stage-view.ts";

type Arranging = "choosingHour" | "deducting" | "hardship" | "promising" | "extending";

const hours = [8, 9, 12, 18, 20, 21];

export const arrangingViews: Pick<StageViews<"reminding">, `reminding.${Arranging}`> = {
  "reminding.choosingHour": ({ m, context }) => ({
    text: m.arrangements.chooseHour({ hour: context.arrangements.hour ?? DEFAULT_REMINDER_HOUR }),
    situation: m.arrangements.situation.choosingHour,
    choices: [
      ...inRows(
        hours.map((hour) => choice(m.arrangements.buttons.hour(hour), { type: "reminder.hour", hour })),
        3,
      ),
      [backChoice(m)],
    ],
  }),
  "reminding.deducting": deducting,
  "reminding.hardship": hardship,
  "reminding.promising": promising,
  "reminding.extending": extending,
};

function deducting({ m, context }: Scope): StageView {
  const { deduction: source } = context.arrangements;
  const { buttons, deduction, situation } = m.arrangements;
  return {
    text: deduction.choose({ source, days: lastDeductionDay(openLoans(context)) }),
    situation: situation.deducting,
    choices: [
      ...deductionSources
        .filter((one) => one !== source)
        .map((one) => [choice(buttons.source(one), { type: "deduction.set", source: one })]),
      [...(source ? [choice(buttons.stopDeduction, { type: "deduction.stop" })] : []), backChoice(m)],
    ],
    money: true,
  };
}

function hardship(scope: Scope): StageView {
  const { m, context } = scope;
  const { buttons, hardship: words, situation } = m.arrangements;
  const withdraw = openPromise(context) ? [choice(buttons.withdraw, { type: "promise.withdraw" })] : [];
  return {
    text: paragraphs(lines(words.opening, claimedText(scope)), words.ways),
    situation: situation.hardship,
    choices: [
      [
        choice(buttons.promise, { type: "promise.choose" }),
        choice(buttons.extension, { type: "extension.choose" }),
      ],
      [choice(buttons.person, { type: "person.request" }), choice(buttons.part, { type: "repay" })],
      [...withdraw, backChoice(m)],
    ],
    money: true,
  };
}

/** What is to be paid today, or when the next is due; a payment on its way is told instead of what it may be for. */
function claimedText({ m, context, loanPositions }: Scope): string | undefined {
  const onTheWay = onTheWayText({ m, context, loanPositions });
  if (onTheWay !== "") return onTheWay;
  const today = shanghaiDate(context.at);
  const claims = claimsOf(context);
  const [first] = claims;
  const claimed = claimedOn(context.loans, claims, today);
  if (!first) return undefined;
  const { due, coming } = m.arrangements.hardship;
  return first.dueDate > today ? coming({ dueDate: first.dueDate, ...claimed }) : due(claimed);
}

function promising(scope: Scope): StageView {
  const { m, context } = scope;
  const days = daysToName(context, "promise");
  const claims = claimsOf(context);
  return {
    text: m.arrangements.promise.choose(days),
    situation: m.arrangements.situation.promising,
    choices: [
      ...spread(days, 4).map((on) => [
        choice(m.arrangements.buttons.day(on, claimedOn(context.loans, claims, on).amount), {
          type: "promise.make",
          on,
        }),
      ]),
      [backChoice(m)],
    ],
    money: true,
  };
}

function extending(scope: Scope): StageView {
  const { m, context } = scope;
  const days = daysToName(context, "extension");
  const [first] = claimsOf(context);
  const claimed = claimedOn(context.loans, first ? [first] : [], days.to);
  const { extension, buttons, situation } = m.arrangements;
  return {
    text: lines(
      extension.choose(days),
      first && extension.meaning({ on: days.to, installment: first.installment, ...claimed }),
    ),
    situation: situation.extending,
    choices: [
      ...inRows(
        spread(days, 4).map((on): Choice => choice(buttons.day(on), { type: "extension.request", on })),
        2,
      ),
      [backChoice(m)],
    ],
    money: true,
  };
}

/** So many days of a stretch, evenly, its last one among them. */
function spread({ from, to }: { from: string; to: string }, count: number): string[] {
  const all = daysBetween(from, to);
  const steps = Array.from({ length: count }, (_, n) => addDays(from, Math.round((all * n) / (count - 1))));
  return [...new Set(steps)];
}
