/** 自动扣款: what deductions can be taken from. */
import type { RailId } from "./rails.ts";

/** `balance-then-card`: the bank card where the wallet's balance does not suffice. */
export const deductionSources = ["balance", "bank-card", "balance-then-card"] as const;
export type DeductionSource = (typeof deductionSources)[number];

/** The rails to be tried, one after the other. */
export const deductionRails: Record<DeductionSource, readonly RailId[]> = {
  balance: ["balance"],
  "bank-card": ["bank-card"],
  "balance-then-card": ["balance", "bank-card"],
};
