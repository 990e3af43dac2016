/** A loan as facts: its terms, its schedule and what was paid, append-only. */
import type { LoanConventions } from "../product/conventions.ts";
import type { LoanTerms, QuotedInstallment } from "../product/terms.ts";
import type { RailId } from "../repayment/rails.ts";

/** `due`: what is due, or the next installment ahead of its day; `partial`: any amount; `payoff`: all of it. */
export type RepaymentKind = "due" | "partial" | "payoff";

/** Yuan, in the order in which money is applied. */
export interface Allocation {
  penalty: string;
  interest: string;
  principal: string;
}

export interface InstallmentAllocation extends Allocation {
  installment: number;
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
  allocations: InstallmentAllocation[];
}

/** A repayment that turned out not to have come: it counts for nothing, on any date. */
export interface Reversal {
  repaymentId: string;
  /** The date of the reversal's booking. */
  bookedOn: string;
  reason: "bounced" | "booked-in-error";
}

/** Money held beyond what was owed, given back. */
export interface Refund {
  id: string;
  amount: string;
  paidOn: string;
}

export interface Loan extends LoanTerms {
  id: string;
  /** What a person reads out on the phone. */
  number: string;
  quoteId: string;
  quoteHash: string;
  /** As quoted. */
  conventions: LoanConventions;
  schedule: QuotedInstallment[];
  repayments: Repayment[];
  reversals?: Reversal[] | undefined;
  refunds?: Refund[] | undefined;
}
