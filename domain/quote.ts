/** A quote: what a borrower is offered, to the cent. Strings at every border; dates are Asia/Shanghai. */

export type RepaymentMethod = "equal-principal" | "level-payment";

export interface QuotedInstallment {
  /** From 1. */
  number: number;
  dueDate: string;
  /** Days of interest in this period. */
  days: number;
  principal: string;
  interest: string;
  payment: string;
  /** Principal outstanding after this payment. */
  balance: string;
}

export interface LoanTerms {
  productId: string;
  principal: string;
  method: RepaymentMethod;
  installments: number;
  /** "0.0005" is 0.05 % a day. */
  dailyRate: string;
  disbursedOn: string;
}

export interface Quote extends LoanTerms {
  id: string;
  annualRate: string;
  schedule: QuotedInstallment[];
  totalInterest: string;
  totalPayable: string;
  /** Internal rate of return of the cash flows: simple (x12) and compounded, fractions with six decimals. */
  apr: { simple: string; compounded: string };
  issuedAt: string;
  expiresAt: string;
  /** SHA-256 (hex) over every number above. */
  hash: string;
}
