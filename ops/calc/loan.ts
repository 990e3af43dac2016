/** From a request of `calc` to what the domain reckons with. */
import type { z } from "zod";
import type { LoanAccount } from "../../domain/account.ts";
import type { RepaymentRules } from "../../domain/conventions.ts";
import { dueDatesOf, type Frequency } from "../../domain/frequency.ts";
import type { InterestRule, Rate } from "../../domain/interest-rule.ts";
import { planSchedule, type SchedulePlan } from "../../domain/schedule.ts";
import { CalcError } from "./calc-error.ts";
import type { loanShape, repaymentShape } from "./request.ts";

type Parsed<Shape extends z.core.$ZodShape> = z.output<z.ZodObject<Shape>>;
export type LoanRequest = Parsed<typeof loanShape>;
export type RepaymentRequest = Parsed<typeof repaymentShape>;

export function planOf(request: LoanRequest): SchedulePlan {
  const { principal, disbursed, method, rounding, unit, wholeUnit } = request;
  const wholeMode = request.wholeRounding === "up" ? "up" : "half-up";
  return {
    principal,
    disbursedOn: disbursed,
    dueDates: dueDatesFrom(request),
    method,
    interest: interestOf(request),
    rounding: { mode: rounding, unit },
    wholeUnits: wholeUnit === undefined ? undefined : { mode: wholeMode, unit: wholeUnit },
    fixedInstallment: request.fixedInstallment,
    principalGrace: request.principalGrace,
    interestGrace: request.interestGrace,
  };
}

export function accountFrom(request: LoanRequest & RepaymentRequest): LoanAccount {
  const plan = planOf(request);
  const repayments = request.payments.map(({ on, amount, kind }, index) => ({
    ...{ id: String(index + 1), kind, amount, valueDate: on },
  }));
  return {
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
  };
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

function interestOf(request: LoanRequest): InterestRule {
  const { dayCount, counting, frequency } = request;
  const rate = rateOf(request);
  if (request.equalMonths && "daily" in rate) throw new CalcError("equalMonths needs an annualRate");
  return {
    ...{ rate, dayCount, counting },
    interestFreePeriods: request.interestFree,
    equalPeriods: request.equalMonths ? frequency : undefined,
  };
}

function rateOf({ dailyRate, annualRate }: LoanRequest): Rate {
  if (dailyRate !== undefined && annualRate === undefined) return { daily: dailyRate };
  if (annualRate !== undefined && dailyRate === undefined) return { annual: annualRate };
  throw new CalcError("give either dailyRate or annualRate");
}

export function dueDatesFrom(request: LoanRequest): string[] {
  const { disbursed, installments, firstDue, dayOfMonth } = request;
  if (request.dueDates) return request.dueDates;
  if (installments === undefined) throw new CalcError("give installments or dueDates");
  const frequency: Frequency = request.frequency;
  return dueDatesOf({
    disbursedOn: disbursed,
    frequency,
    count: installments,
    firstDueOn: firstDue,
    dayOfMonth,
  });
}
