/** What can be asked about. */
export const topics = [
  "credit-report",
  "rate",
  "limit",
  "early-payoff",
  "overdue",
  "how-to-repay",
  "safety",
  "products",
  /** Asked of the borrower's own case: how the score came about, why an amount is what it is, and so on. */
  "score",
  "why-amount",
  "comparison",
  "platforms",
  "visibility",
  "health",
  "eligibility",
  "schedule",
  /** Whether a due date can be moved. */
  "due-date",
  /** What a loan may and may not be used for. */
  "purpose",
  /** How soon the money comes. */
  "payout",
  "loan-status",
  /** Whether a repayment or a deduction went through. */
  "payment-status",
  "account",
  "contract",
  /** Of a product that is another company's. */
  "elsewhere",
  /** Worries: who is told, what follows when nobody pays, who lends, what can be had for less. */
  "who-knows",
  "pursuit",
  "lender",
  "waiver",
  "bargain",
  "documents",
  "upfront-fee",
  "not-mine",
  "trust",
  /** When and how often one is reminded or called. */
  "contact-hours",
  /** Numbers and hours of customer service. */
  "hotline",
  /** What is taken from accounts by itself. */
  "taken",
  /** Data to be deleted, a consent to be taken back. */
  "erase",
  /** What words such as 年化 mean. */
  "terms",
  /** Whether a loan can be taken back. */
  "regret",
  /** A minimum payment, or interest alone. */
  "minimum",
  /** Somebody who does not want to live. */
  "distress",
] as const;
export type Topic = (typeof topics)[number];
