/** Loans for the tests of the replay, and their positions as lines to be read. */

import { monthlyDueDates } from "../../../domain/calendar/frequency.ts";
import type { LoanAccount, Payment } from "../../../domain/loan/account.ts";
import type { LoanPosition } from "../../../domain/loan/loan-position.ts";
import { toTheCent } from "../../../domain/money/rounding-rule.ts";
import { houseRepayment, type RepaymentRules } from "../../../domain/product/conventions.ts";
import { planSchedule, type SchedulePlan } from "../../../domain/schedule/schedule.ts";

/** 10,000 at 0.05 % a day, five equal parts, from 10 February 2016: payments 2145, 2124, 2090, 2062, 2030. */
const publishedPlan: SchedulePlan = {
  principal: "10000",
  disbursedOn: "2016-02-10",
  dueDates: monthlyDueDates("2016-02-10", 5),
  method: "equal-principal",
  interest: { rate: { daily: "0.0005" }, dayCount: "actual/360", counting: "exclusive" },
  rounding: toTheCent,
};

export function account(
  options: { plan?: Partial<SchedulePlan>; rules?: Partial<RepaymentRules>; payments?: string[] } = {},
): LoanAccount {
  const plan = { ...publishedPlan, ...options.plan };
  return {
    disbursedOn: plan.disbursedOn,
    method: plan.method,
    interest: plan.interest,
    rounding: plan.rounding,
    rules: { ...houseRepayment, ...options.rules },
    interestGrace: plan.interestGrace ?? 0,
    schedule: planSchedule(plan),
    repayments: (options.payments ?? []).map(paymentOf),
    reversals: [],
    refunds: [],
  };
}

/** "2016-02-20 3000 partial" */
function paymentOf(line: string, index: number): Payment {
  const [valueDate = "", amount = "", kind = "partial"] = line.split(" ");
  return { id: String(index + 1), amount, valueDate, kind: kind as Payment["kind"] };
}

/** A line an installment: due, principal, interest, paid of both, penalty open, all open, status. */
export function written(position: LoanPosition): string[] {
  return position.installments.map((one) =>
    [
      ...[
        one.dueDate,
        one.principal,
        one.interest,
        "paid",
        one.paidPrincipal,
        one.paidInterest,
        one.paidPenalty,
      ],
      ...["open", one.penalty, one.outstanding, one.status],
    ].join(" "),
  );
}
