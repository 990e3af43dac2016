/** What a borrower's arrangements come to: pure questions about the context. */

import { isCalendarDate, shanghaiDate } from "../../domain/calendar/dates.ts";
import { isRequiredNotice } from "../../domain/contact/contact-policy.ts";
import type { ReminderStage } from "../../domain/contact/reminder-stages.ts";
import { loanPosition } from "../../domain/loan/loan-position.ts";
import { judgeAmount } from "../../domain/money/amount.ts";
import {
  type AmountOwed,
  claimedOn,
  claimsOn,
  type DelayKind,
  daysLater,
} from "../../domain/overdue/promise.ts";
import type { Arrangements, JourneyContext } from "../journey-context.ts";
import type { Scope } from "./actions/plan.ts";
import { openPromise } from "./open-promise.ts";

/** As the database has it. */
export const mostDaysBefore = 31;

export const arranged = (
  { arrangements }: JourneyContext,
  changes: Partial<Arrangements>,
): Pick<JourneyContext, "arrangements"> => ({ arrangements: { ...arrangements, ...changes } });

/** What the borrower is asked to pay now, or next. */
export const claimsOf = ({ loans, at }: JourneyContext): AmountOwed[] => claimsOn(loans, shanghaiDate(at));

/** The day until which an installment may wait, by a promise or by staff's decision; undefined where it may not. */
export function restsUntil(
  context: JourneyContext,
  { loanId, installment }: Pick<AmountOwed, "loanId" | "installment">,
): string | undefined {
  const today = shanghaiDate(context.at);
  const { extension } = context.arrangements;
  const given =
    extension?.decision === "approved" &&
    extension.loanId === loanId &&
    extension.installment === installment &&
    extension.until;
  return [openPromise(context)?.promisedOn, given || undefined]
    .filter((day): day is string => day !== undefined && day > today)
    .toSorted()
    .at(-1);
}

/** The latest such day of a loan's: until then nothing of it is deducted. */
export const loanRestsUntil = (context: JourneyContext, loanId: string): string | undefined =>
  claimsOf(context)
    .flatMap((claim) => (claim.loanId === loanId ? (restsUntil(context, claim) ?? []) : []))
    .toSorted()
    .at(-1);

/** Whether the borrower wants to hear of it; what has to be told is told in any case. */
export function mayTell(
  context: JourneyContext,
  { stage, ...of }: { loanId: string; installment: number; stage: ReminderStage },
): boolean {
  if (isRequiredNotice(stage)) return true;
  return !context.arrangements.stopped && restsUntil(context, of) === undefined;
}

/** The days that may be named for paying later. */
export const daysToName = (context: JourneyContext, kind: DelayKind): { from: string; to: string } =>
  daysLater(kind, claimsOf(context)[0]?.dueDate, shanghaiDate(context.at));

export function mayName(context: JourneyContext, kind: DelayKind, on: string): boolean {
  const { from, to } = daysToName(context, kind);
  return isCalendarDate(on) && from <= on && on <= to;
}

/** What is promised when no amount is named, and the most that can be: what is asked for now, as it stands then. */
const promisable = (context: JourneyContext, on: string): string =>
  claimedOn(context.loans, claimsOf(context), on).amount;

/** Undefined where the amount named cannot be promised. */
export function promisedAmount(
  context: JourneyContext,
  { on, amount }: { on: string; amount?: string | undefined },
) {
  const maximum = promisable(context, on);
  if (amount === undefined) return { ok: true as const, amount: maximum };
  const judged = judgeAmount(amount, { minimum: "0.01", maximum });
  return judged.ok ? judged : { ...judged, given: amount, minimum: "0.01", maximum };
}

export const promiseIsGood = ({ context, event }: Scope): boolean =>
  event.type === "promise.make" &&
  claimsOf(context).length > 0 &&
  mayName(context, "promise", event.on) &&
  promisedAmount(context, event).ok;

export const waitsForExtension = ({ context }: Scope): boolean =>
  context.arrangements.extension?.decision === "waiting";

export const extensionIsGood = ({ context, event }: Scope): boolean =>
  event.type === "extension.request" && mayName(context, "extension", event.on);

/** Something of it is left to pay, and no money for its loan is on its way. */
export function isUnpaid(
  { loans, processing, at }: JourneyContext,
  { loanId, installment }: { loanId: string; installment: number },
): boolean {
  const loan = loans.find(({ id }) => id === loanId);
  if (!loan || processing.some((one) => one.loanId === loanId)) return false;
  return loanPosition(loan, shanghaiDate(at)).installments.some(
    ({ number, status }) => number === installment && status !== "settled",
  );
}
