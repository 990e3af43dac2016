/** The repayment schedule of a loan: what is due when, to the cent. */
import { amortise } from "./amortisation.ts";
import { addMonths, dayOfMonth, daysBetween } from "./dates.ts";
import { exact } from "./money.ts";
import type { LoanTerms, QuotedInstallment } from "./terms.ts";

/** Monthly due dates on the day of the month of `from`, or on the month's last day where it is shorter. */
export function monthlyDueDates(from: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addMonths(from, index + 1, dayOfMonth(from)));
}

/**
 * Interest by the day, on the actual days of each period and the outstanding principal, rounded half up.
 * Throws RangeError on terms that are no loan: no principal, no installment, a negative rate.
 */
export function buildSchedule(terms: LoanTerms): QuotedInstallment[] {
  const principal = exact(terms.principal);
  const dailyRate = exact(terms.dailyRate);
  if (!principal.greaterThan(0)) throw new RangeError("Principal must be positive");
  if (dailyRate.isNegative()) throw new RangeError("Rate must not be negative");
  if (!Number.isInteger(terms.installments) || terms.installments < 1) {
    throw new RangeError("Installments must be a positive whole number");
  }
  const dueDates = monthlyDueDates(terms.disbursedOn, terms.installments);
  const days = dueDates.map((dueDate, index) =>
    daysBetween(dueDates[index - 1] ?? terms.disbursedOn, dueDate),
  );
  const shares = amortise(
    terms.method,
    principal,
    days.map((count) => dailyRate.times(count)),
  );
  return shares.map((share, index) => ({
    number: index + 1,
    dueDate: dueDates[index] ?? terms.disbursedOn,
    days: days[index] ?? 0,
    principal: share.principal.toFixed(2),
    interest: share.interest.toFixed(2),
    payment: share.principal.plus(share.interest).toFixed(2),
    balance: share.balance.toFixed(2),
  }));
}
