/** A loan as facts (its terms, its schedule, what was paid), and where it stands on a date. */
export type { Allocation, InstallmentAllocation, Loan, Repayment, RepaymentKind } from "./loan-facts.ts";
export {
  amountDue,
  type InstallmentPosition,
  type LoanPosition,
  loanPosition,
} from "./loan-position.ts";
