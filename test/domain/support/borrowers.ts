/** Borrowers of the domain's tests: one whose scores are round figures, and what differs from it. */
import type { BorrowerFacts } from "../../../domain/eligibility/borrower-facts.ts";

type Part<T> = {
  [Key in keyof T]?: T[Key] extends (infer _)[] | string | number | boolean ? T[Key] : Partial<T[Key]>;
};

/**
 * Social 80.0, payments 50.0, credit 80.0, assets 50.0: 66.50 in all. Regular tier, static data all at their best,
 * on the white list, with a deposit and a consumption scene.
 */
export const roundBorrower: BorrowerFacts = {
  realNameVerified: true,
  age: 30,
  bankCardBound: true,
  creditAuthorised: true,
  whiteListed: ["weilidai"],
  social: { chatDaysPerMonth: 30, articleReadsPerMonth: 30 },
  payments: {
    paymentsPerDay: 1,
    monthlySpending: "4000.00",
    monthlyTransfers: "4000.00",
    redPacketsPerMonth: 10,
  },
  credit: {
    monthsOfHistory: 60,
    overdueLast24Months: 0,
    currentlyOverdue: false,
    onTimeRepaymentsOnPlatform: 6,
  },
  assets: { moneyFund: "25000.00", investments: "50000.00" },
  deposits: "5000.00",
  profile: { city: "shanghai", occupation: "employee", device: "flagship" },
  elsewhere: { lenders: 0, outstanding: "0.00" },
};

export function borrower(differing: Part<BorrowerFacts> = {}): BorrowerFacts {
  const merged: Record<string, unknown> = { ...roundBorrower };
  for (const [key, value] of Object.entries(differing)) {
    const base = merged[key];
    const nested = typeof value === "object" && !Array.isArray(value);
    merged[key] = nested ? { ...(base as object), ...(value as object) } : value;
  }
  return merged as unknown as BorrowerFacts;
}
