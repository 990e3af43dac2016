/** The repayment schedule of a loan: what is due when, to the cent. */
import type { Decimal } from "decimal.js";
import { isCalendarDate } from "../calendar/dates.ts";
import { monthlyDueDates } from "../calendar/frequency.ts";
import { exact } from "../money/money.ts";
import { type RoundingRule, roundBy } from "../money/rounding-rule.ts";
import { houseConventions } from "../product/conventions.ts";
import {
  daysCounted,
  type InterestPeriod,
  type InterestRule,
  interestFactor,
} from "../product/interest-rule.ts";
import type { LoanTerms, QuotedInstallment } from "../product/terms.ts";
import { type AmortisationMethod, amortise, type Share } from "./amortisation.ts";

export interface SchedulePlan {
  /** Yuan. */
  principal: string;
  disbursedOn: string;
  /** Increasing, after the disbursement. */
  dueDates: string[];
  method: AmortisationMethod;
  interest: InterestRule;
  rounding: RoundingRule;
  /** Payments, all but the last, in multiples of a unit. Interest paid alone is not rounded to it. */
  wholeUnits?: RoundingRule | undefined;
  /** Level payment: the payment; equal principal: the part of principal. What is left falls to the last. */
  fixedInstallment?: string | undefined;
  /** First installments without principal. */
  principalGrace?: number | undefined;
  /** First installments whose interest is collected, without interest on it, with the one after them. */
  interestGrace?: number | undefined;
}

/** The schedule of a loan's terms: monthly on the day of disbursement. Throws RangeError on terms that are no loan. */
export function buildSchedule(terms: LoanTerms): QuotedInstallment[] {
  if (!Number.isInteger(terms.installments) || terms.installments < 1) {
    throw new RangeError("Installments must be a positive whole number");
  }
  const { dayCount, counting, rounding } = terms.conventions ?? houseConventions;
  return planSchedule({
    principal: terms.principal,
    disbursedOn: terms.disbursedOn,
    dueDates: monthlyDueDates(terms.disbursedOn, terms.installments),
    method: terms.method,
    interest: { rate: { daily: terms.dailyRate }, dayCount, counting },
    rounding,
  });
}

/**
 * The schedule of any plan. Principals add up to the loan and the last balance is zero; installments left
 * empty because payments were rounded up are dropped. Throws RangeError on a plan that is no loan.
 */
export function planSchedule(plan: SchedulePlan): QuotedInstallment[] {
  checkPlan(plan);
  const periods = periodsOf(
    plan.disbursedOn,
    plan.method === "pay-any-time" ? plan.dueDates.slice(-1) : plan.dueDates,
  );
  const factors = periods.map((period) => interestFactor(plan.interest, period, period.dueDate));
  const shares = amortise(plan.method, exact(plan.principal), factors, {
    rounding: plan.rounding,
    wholeUnits: plan.wholeUnits,
    fixedInstallment: plan.fixedInstallment === undefined ? undefined : exact(plan.fixedInstallment),
    principalGrace: plan.principalGrace ?? 0,
    interestGrace: plan.interestGrace ?? 0,
  });
  const rows = periods.map((period, index) => rowOf(plan, period, shares[index]));
  const repaid = rows.findIndex(({ balance }) => exact(balance).isZero());
  return rows.slice(0, repaid + 1);
}

/** The interest periods that end on the due dates. */
export function periodsOf(disbursedOn: string, dueDates: string[]): InterestPeriod[] {
  return dueDates.map((dueDate, index) => ({
    number: index + 1,
    startsOn: dueDates[index - 1] ?? disbursedOn,
    dueDate,
  }));
}

function rowOf(plan: SchedulePlan, period: InterestPeriod, share: Share | undefined): QuotedInstallment {
  const principal = share?.principal ?? exact(0);
  const interest = share?.interest ?? exact(0);
  return {
    number: period.number,
    dueDate: period.dueDate,
    days: daysCounted(plan.interest, period, period.dueDate),
    principal: principal.toFixed(2),
    interest: interest.toFixed(2),
    payment: principal.plus(interest).toFixed(2),
    balance: (share?.balance ?? exact(0)).toFixed(2),
  };
}

function checkPlan(plan: SchedulePlan): void {
  const principal = exact(plan.principal);
  const dates = [plan.disbursedOn, ...plan.dueDates];
  const rules: [boolean, string][] = [
    [principal.greaterThan(0), "Principal must be positive"],
    [principal.decimalPlaces() <= 2, "Principal has at most two decimals"],
    [!rateOf(plan).isNegative(), "Rate must not be negative"],
    [plan.dueDates.length > 0, "A loan needs a due date"],
    [dates.every(isCalendarDate), "Dates must be calendar dates, YYYY-MM-DD"],
    [dates.every((date, index) => index === 0 || date > (dates[index - 1] ?? "")), "Due dates must increase"],
    [isGrace(plan, plan.principalGrace), "Grace on principal must leave an installment to pay it"],
    [isGrace(plan, plan.interestGrace), "Grace on interest must leave an installment to pay it"],
    [
      roundBy(principal, plan.rounding).equals(principal),
      "Principal must be a multiple of the rounding unit",
    ],
  ];
  const broken = rules.find(([holds]) => !holds);
  if (broken) throw new RangeError(broken[1]);
}

function rateOf(plan: SchedulePlan): Decimal {
  const { rate } = plan.interest;
  return exact("daily" in rate ? rate.daily : rate.annual);
}

function isGrace(plan: SchedulePlan, periods = 0): boolean {
  return Number.isInteger(periods) && periods >= 0 && periods < plan.dueDates.length;
}
