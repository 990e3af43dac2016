/** From a request of `calc` to what the domain reckons with. */
import type { z } from "zod";
import { dueDatesOf, periodsPerYear } from "../../domain/calendar/frequency.ts";
import type { LoanAccount } from "../../domain/loan/account.ts";
import { replay } from "../../domain/loan/replay.ts";
import { exact } from "../../domain/money/money.ts";
import type { RepaymentRules } from "../../domain/product/conventions.ts";
import type { InterestRule, Rate } from "../../domain/product/interest-rule.ts";
import { planSchedule, type SchedulePlan } from "../../domain/schedule/schedule.ts";
import { CalcError } from "./calc-error.ts";
import type { loanShape, repaymentShape } from "./request.ts";

type Parsed<Shape extends z.core.$ZodShape> = z.output<z.ZodObject<Shape>>;
export type CalcLoan = Parsed<typeof loanShape>;
type DatesRequest = Pick<
  CalcLoan,
  "disbursed" | "installments" | "months" | "firstDue" | "dayOfMonth" | "dueDates" | "frequency"
>;
type RepaymentRequest = Parsed<typeof repaymentShape>;

export function planOf(request: CalcLoan): SchedulePlan {
  const { principal, disbursed, method, rounding, unit, fixedInstallment } = request;
  if (fixedInstallment !== undefined && (method === "interest-first" || method === "pay-any-time"))
    throw new CalcError("fixedInstallment goes with level-payment or equal-principal");
  const dueDates = dueDatesFrom(request);
  checkAmongEachOther(request, dueDates.length);
  return {
    principal,
    disbursedOn: disbursed,
    dueDates,
    method,
    interest: interestOf(request),
    rounding: { mode: rounding, unit },
    wholeUnits: wholeUnitsOf(request),
    fixedInstallment,
    principalGrace: request.principalGrace,
    interestGrace: request.interestGrace,
  };
}

/** What no field can be told alone. */
function checkAmongEachOther(request: CalcLoan, installments: number): void {
  const { principal, unit } = request;
  if (!exact(principal).mod(unit).isZero())
    throw new CalcError(`principal must be a multiple of unit, which is ${unit}`);
  for (const key of ["principalGrace", "interestGrace"] as const) {
    if (request[key] >= installments)
      throw new CalcError(`${key} must be less than the installments, which are ${installments}`);
  }
}

/** Whole yuan, where only the way of rounding is told. */
function wholeUnitsOf({ wholeUnit, wholeRounding }: CalcLoan): SchedulePlan["wholeUnits"] {
  if (wholeUnit === undefined && wholeRounding === undefined) return undefined;
  return { mode: wholeRounding === "up" ? "up" : "half-up", unit: wholeUnit ?? "1" };
}

export function accountFrom(request: CalcLoan & RepaymentRequest): LoanAccount {
  const plan = planOf(request);
  checkSize(plan.dueDates.length, request.payments.length + request.refunds.length);
  const early = request.payments.findIndex(({ on }) => on < plan.disbursedOn);
  if (early !== -1) throw new CalcError(`payments.${early}.on: lies before the disbursement`);
  const repayments = request.payments.map(({ on, amount, kind }, index) => ({
    ...{ id: String(index + 1), kind, amount, valueDate: on },
  }));
  return withRefunds(request, {
    disbursedOn: plan.disbursedOn,
    method: plan.method,
    interest: plan.interest,
    rounding: plan.rounding,
    rules: rulesOf(request),
    interestGrace: request.interestGrace,
    schedule: planSchedule(plan),
    repayments,
    reversals: request.payments.flatMap(({ reversed, on }, index) =>
      reversed ? [{ repaymentId: String(index + 1), bookedOn: on, reason: "bounced" as const }] : [],
    ),
    refunds: [],
  });
}

/** Each payment is put against each installment, so that their product is the work: some seconds at most. */
const mostSteps = 250_000;

function checkSize(installments: number, payments: number): void {
  if (installments * payments > mostSteps)
    throw new CalcError(
      `${installments} installments with ${payments} payments are too many: at most ${mostSteps} of one times the other`,
    );
}

/** Each refund is of what is held on its day, those before it taken off. */
function withRefunds({ refunds }: RepaymentRequest, account: LoanAccount): LoanAccount {
  let refunded = account;
  for (const { on, amount } of refunds.toSorted((a, b) => a.on.localeCompare(b.on))) {
    const { held } = replay(refunded, on);
    if (exact(amount).greaterThan(held))
      throw new CalcError(`refunds: ${amount} is more than is held on ${on}, ${held.toFixed(2)}`);
    const refund = { id: `refund-${on}`, amount, paidOn: on };
    refunded = { ...refunded, refunds: [...refunded.refunds, refund] };
  }
  return refunded;
}

function rulesOf(request: RepaymentRequest): RepaymentRules {
  return {
    waterfall: { order: request.waterfall, across: request.across },
    excess: request.excess,
    interestUntil: request.interestUntil,
    penalty: penaltyRule(request),
  };
}

export function penaltyRule(request: {
  penaltyRate: string;
  graceDays: number;
  graceFrom: "due-date" | "grace-end";
  penaltyCounting: "exclusive" | "inclusive";
  penaltyCap?: string | undefined;
}): RepaymentRules["penalty"] {
  return {
    dailyRate: request.penaltyRate,
    graceDays: request.graceDays,
    startsFrom: request.graceFrom,
    counting: request.penaltyCounting,
    cap: request.penaltyCap,
  };
}

function interestOf(request: CalcLoan): InterestRule {
  const { dayCount, counting, frequency } = request;
  const rate = rateOf(request);
  if (request.equalMonths && "daily" in rate) throw new CalcError("equalMonths needs an annualRate");
  return {
    ...{ rate, dayCount, counting },
    interestFreePeriods: request.interestFree,
    equalPeriods: request.equalMonths ? frequency : undefined,
  };
}

function rateOf({ dailyRate, annualRate }: CalcLoan): Rate {
  if (dailyRate !== undefined && annualRate === undefined) return { daily: dailyRate };
  if (annualRate !== undefined && dailyRate === undefined) return { annual: annualRate };
  throw new CalcError("give either dailyRate or annualRate");
}

/** Throws CalcError when the dates are told in two ways that differ. */
export function dueDatesFrom(request: DatesRequest): string[] {
  const { disbursed, firstDue, dayOfMonth, dueDates, frequency } = request;
  const installments = installmentsOf(request);
  if (firstDue !== undefined && firstDue <= disbursed)
    throw new CalcError("firstDue must be later than disbursed");
  if (dueDates) return agreeing(dueDates, request);
  if (installments === undefined) throw new CalcError("give installments, months or dueDates");
  if (dayOfMonth !== undefined && !frequency.unit.endsWith("month"))
    throw new CalcError("dayOfMonth goes with a frequency in months");
  return dueDatesOf({
    disbursedOn: disbursed,
    frequency,
    count: installments,
    firstDueOn: firstDue,
    dayOfMonth,
  });
}

/** A term in months is as many installments as periods of the frequency fit into it. */
function installmentsOf({ installments, months, frequency }: DatesRequest): number | undefined {
  if (months === undefined) return installments;
  const inYear = periodsPerYear(frequency);
  if (!frequency.unit.endsWith("month")) throw new CalcError("months goes with a frequency in months");
  const count = inYear.times(months).div(12);
  if (!count.isInteger()) throw new CalcError(`months is ${months}, which is no whole number of periods`);
  if (installments !== undefined && !count.equals(installments))
    throw new CalcError(`months is ${months}, which is ${count} installments and not ${installments}`);
  return count.toNumber();
}

function agreeing(dueDates: string[], request: DatesRequest): string[] {
  const { firstDue, dayOfMonth } = request;
  const installments = installmentsOf(request);
  if (installments !== undefined && installments !== dueDates.length)
    throw new CalcError(`installments is ${installments}, but there are ${dueDates.length} dueDates`);
  if (firstDue !== undefined && firstDue !== dueDates[0])
    throw new CalcError("firstDue is not the first of dueDates");
  if (dayOfMonth !== undefined) throw new CalcError("give either dayOfMonth or dueDates");
  const dates = [request.disbursed, ...dueDates];
  if (dates.some((date, index) => index > 0 && date <= (dates[index - 1] ?? "")))
    throw new CalcError("dueDates must be later than disbursed, and each later than the one before");
  return dueDates;
}
