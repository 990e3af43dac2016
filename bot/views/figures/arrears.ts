/** Whoever is in arrears is shown what to pay, and nothing that leads to another loan. */

import { shanghaiDate } from "../../../domain/calendar/dates.ts";
import { arrearsOf, isInArrears, totalArrears } from "../../../domain/overdue/arrears.ts";
import type { JourneyContext } from "../../../machines/journey-context.ts";
import { leadsToLoan } from "../../../machines/journey-events.ts";
import type { Choice } from "../../messages.ts";
import { type JourneyPath, stageOf } from "../journey-path.ts";
import { lines, type Scope } from "../stage-view.ts";

export const inArrears = ({ loans, at }: Pick<JourneyContext, "loans" | "at">): boolean =>
  isInArrears(loans, shanghaiDate(at));

/** Each overdue loan with its amount to the cent, what they come to, and the ways out. */
export function arrearsText({ m, context }: Pick<Scope, "m" | "context">): string {
  const overdue = arrearsOf(context.loans, shanghaiDate(context.at));
  if (overdue.length === 0) return "";
  const onTheWay = context.processing.filter(({ loanId }) => overdue.some((one) => one.loanId === loanId));
  return lines(
    m.arrears.refused,
    ...overdue.map(m.arrears.loan),
    ...onTheWay.map(m.arrears.onTheWay),
    onTheWay.length === 0 ? m.arrears.total({ amount: totalArrears(overdue) }) : undefined,
    m.arrears.help,
  );
}

/** What remains to be pressed while in arrears. */
export const withoutLoans = (choices: Choice[][], path: JourneyPath): Choice[][] =>
  choices.map((row) => row.filter(({ event }) => !leadsToLoan(event, stageOf(path))));
