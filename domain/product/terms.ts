/** The terms a quote offers and a loan keeps. Strings at every border; dates are Asia/Shanghai. */
import type { LoanConventions } from "./conventions.ts";

export type RepaymentMethod = "equal-principal" | "level-payment";

export interface LoanTerms {
  productId: string;
  principal: string;
  method: RepaymentMethod;
  installments: number;
  /** "0.0005" is 0.05 % a day. */
  dailyRate: string;
  disbursedOn: string;
  /** How the loan is reckoned; where terms state none, a quote states the house's. */
  conventions?: LoanConventions | undefined;
}

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
