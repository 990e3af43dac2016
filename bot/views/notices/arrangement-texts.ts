/** What is told of reminders, deductions and paying later. */

import { addDays, shanghaiDate } from "../../../domain/calendar/dates.ts";
import { DEFAULT_REMINDER_HOUR } from "../../../domain/contact/contact-policy.ts";
import type { Loan } from "../../../domain/loan/loan-facts.ts";
import type { InstallmentPosition } from "../../../domain/loan/loan-position.ts";
import { type AmountOwed, claimedOn } from "../../../domain/overdue/promise.ts";
import { promiseStatus } from "../../../domain/overdue/promise-status.ts";
import { lastDeductionDay, nextDeduction } from "../../../domain/repayment/automatic-deduction.ts";
import type { DeductionSource } from "../../../domain/repayment/deduction-sources.ts";
import { claimsOf, restsUntil } from "../../../machines/journey/arrangements.ts";
import { openLoans } from "../../../machines/journey/loans.ts";
import type { NoticeOf } from "../../../machines/notices/table.ts";
import { amountsDueText } from "../figures/amounts-due.ts";
import { lines, paragraphs, type Scope } from "../stage-view.ts";

/** Looked back upon when a borrower says that they have paid. */
const daysLookedBack = 30;
const mostShown = 3;

export function paidClaimed(scope: Scope): string {
  const { m, context } = scope;
  const { paid } = m.arrangements;
  const since = addDays(shanghaiDate(context.at), -daysLookedBack);
  const booked = context.loans
    .flatMap(({ repayments }) => repayments.filter(({ valueDate }) => valueDate >= since))
    .toSorted((a, b) => b.valueDate.localeCompare(a.valueDate))
    .slice(0, mostShown)
    .map(({ valueDate: on, amount, rail }) => paid.booked({ on, amount, rail: m.words.rails[rail] }));
  const found = [...context.processing.map(paid.onTheWay), ...booked];
  const open = amountsDueText(scope);
  return paragraphs(
    found.length > 0 ? lines(paid.found, ...found) : paid.nothing,
    open === "" ? paid.settled : open,
  );
}

/** Nothing was found: then it helps to look again, or to ask a person. */
export function findsPayment({ context }: Pick<Scope, "context">): boolean {
  const since = addDays(shanghaiDate(context.at), -daysLookedBack);
  return (
    context.processing.length > 0 ||
    context.loans.some(({ repayments }) => repayments.some(({ valueDate }) => valueDate >= since))
  );
}

export function promiseMade({ m, context }: Scope): string {
  const { promise } = context.arrangements;
  if (!promise) return "";
  const on = promise.promisedOn;
  const claimed = claimedOn(context.loans, claimsOf(context), on);
  const words = m.arrangements.promise;
  return lines(words.made(promise), words.penalty({ on, ...claimed }));
}

export function extensionAsked({ m, context }: Scope): string {
  const { extension } = context.arrangements;
  if (!extension) return "";
  const { until, installment } = extension;
  const words = m.arrangements.extension;
  const claimed = claimedOn(context.loans, [extension].map(asClaim), until);
  return lines(words.asked({ until }), words.meaning({ on: until, installment, ...claimed }));
}

const asClaim = (of: Pick<AmountOwed, "loanId" | "installment">): AmountOwed => ({ ...of, dueDate: "" });

/** Whoever is bereaved, or wants to be left in peace, and would be reminded until staff answer. */
export const goesOnReminding = (
  { reason }: NoticeOf<"person-asked">,
  { context }: Pick<Scope, "context">,
): boolean =>
  (reason === "bereavement" || reason === "stop-contact") &&
  claimsOf(context).length > 0 &&
  !context.arrangements.stopped;

export function personAsked(notice: NoticeOf<"person-asked">, scope: Scope): string {
  const { person, buttons } = scope.m.arrangements;
  const { reason, again } = notice;
  return lines(
    (again ? person.again : person.asked)[reason],
    person.when,
    goesOnReminding(notice, scope) ? person.remindersGoOn(buttons.stop) : undefined,
  );
}

export function requestDecided(
  { decision, until, reply }: NoticeOf<"request-decided">,
  { m }: Scope,
): string {
  const { extension, person } = m.arrangements;
  const said = reply && lines(person.answered, person.reply(reply));
  if (decision === "declined") return lines(extension.declined, said);
  if (decision === "answered") return said ?? "";
  return lines(until ? extension.approved({ until }) : extension.approvedPlain, said);
}

export function dayHasCome({ of }: NoticeOf<"day-has-come">, { m, context }: Scope): string {
  const { arrangements } = m;
  const { promise } = context.arrangements;
  const claimed = claimedOn(context.loans, claimsOf(context), shanghaiDate(context.at));
  const opening =
    of === "promise" && promise
      ? arrangements.promise.dayHasCome(promise)
      : arrangements.extension.dayHasCome;
  return lines(opening, arrangements.today(claimed));
}

export function deductionSaved({ m, context }: Scope): string {
  const { deduction: source } = context.arrangements;
  if (!source) return "";
  const words = m.arrangements.deduction;
  const rests = claimsOf(context).flatMap((claim) => restsUntil(context, claim) ?? []);
  const next = nextDeduction({
    loans: context.loans,
    today: shanghaiDate(context.at),
    restsUntil: rests.toSorted().at(-1),
  });
  return lines(
    words.saved({ source, days: lastDeductionDay(openLoans(context)) }),
    next ? words.next(next) : words.noneToCome,
  );
}

/**
 * Under a reminder of an installment of a loan: that it is deducted. `source`: null where nothing is, or not before a day
 * to come.
 */
export function deductionAhead(
  { m }: Pick<Scope, "m">,
  source: DeductionSource | null,
  { status, daysPastDue }: Pick<InstallmentPosition, "status" | "daysPastDue">,
  loan: Loan,
): string | undefined {
  if (!source || status === "settled" || daysPastDue > lastDeductionDay([loan])) return undefined;
  return m.arrangements.deduction.ahead[status](source);
}

/** What is arranged, line by line; what was never chosen is left out, but for deductions. */
export function arrangementLines({ m, context }: Pick<Scope, "m" | "context">): string[] {
  const { settings } = m.arrangements;
  const { hour, stopped, snooze, promise, extension, deduction } = context.arrangements;
  const status = promise && promiseStatus(promise, context.loans, shanghaiDate(context.at));
  return [
    ...(stopped ? [settings.stopped] : [settings.hour(hour ?? DEFAULT_REMINDER_HOUR)]),
    ...(snooze ? [settings.snooze(snooze.until)] : []),
    ...(promise && status ? [settings.promise({ ...promise, status })] : []),
    ...(extension ? [settings.extension(extension)] : []),
    settings.deduction(deduction),
  ];
}
