/** What a replay needs of a loan, whatever its terms: how it is reckoned, what was agreed, what happened. */

import type { RoundingRule } from "../money/rounding-rule.ts";
import type { RepaymentRules } from "../product/conventions.ts";
import type { InterestRule } from "../product/interest-rule.ts";
import type { QuotedInstallment } from "../product/terms.ts";
import type { AmortisationMethod } from "../schedule/amortisation.ts";
import type { Loan, Refund, Repayment, Reversal } from "./loan-facts.ts";

export type Payment = Pick<Repayment, "id" | "kind" | "amount" | "valueDate">;

export interface LoanAccount {
  disbursedOn: string;
  method: AmortisationMethod;
  interest: InterestRule;
  rounding: RoundingRule;
  rules: RepaymentRules;
  /** First installments whose interest is collected with the one after them. */
  interestGrace: number;
  schedule: QuotedInstallment[];
  repayments: Payment[];
  reversals: Reversal[];
  refunds: Refund[];
}

export function accountOf(loan: Loan): LoanAccount {
  const { dayCount, counting, rounding, repayment } = loan.conventions;
  return {
    disbursedOn: loan.disbursedOn,
    method: loan.method,
    interest: { rate: { daily: loan.dailyRate }, dayCount, counting },
    rounding,
    rules: repayment,
    interestGrace: 0,
    schedule: loan.schedule,
    repayments: loan.repayments,
    reversals: loan.reversals ?? [],
    refunds: loan.refunds ?? [],
  };
}
