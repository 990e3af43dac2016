/** A loan as facts: its terms, its schedule and what was paid. Everything else is derived for a date. */
import type { LoanTerms, QuotedInstallment } from "./quote.ts";
import type { RailId } from "./rails.ts";

export type RepaymentKind = "due" | "partial" | "payoff";

export interface Allocation {
  penalty: string;
  interest: string;
  principal: string;
}

export interface Repayment {
  id: string;
  kind: RepaymentKind;
  amount: string;
  rail: RailId;
  fee: string;
  /** The date it counts for, Asia/Shanghai. */
  valueDate: string;
  /** Per installment number, what this payment covered. */
  allocations: (Allocation & { installment: number })[];
}

export interface Loan extends LoanTerms {
  id: string;
  /** What a person reads out on the phone. */
  number: string;
  quoteId: string;
  quoteHash: string;
  schedule: QuotedInstallment[];
  repayments: Repayment[];
}
