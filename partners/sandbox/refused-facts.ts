/** For each reason to refuse, a borrower to whom it applies: the ordinary persona with one thing otherwise. */

import type { RefusalReason } from "../../domain/eligibility/assessment.ts";
import type { BorrowerFacts } from "../../domain/eligibility/borrower-facts.ts";
import { findPersona } from "./personas.ts";

const { facts: ordinary } = findPersona("ordinary");

const otherwise: Partial<Record<RefusalReason["code"], Partial<BorrowerFacts>>> = {
  "no-real-name": { realNameVerified: false },
  "no-bank-card": { bankCardBound: false },
  "no-credit-authorisation": { creditAuthorised: false },
  age: { age: 17 },
  "not-white-listed": { whiteListed: [] },
  "currently-overdue": { credit: { ...ordinary.credit, currentlyOverdue: true } },
  "poor-credit-history": { credit: { ...ordinary.credit, overdueLast24Months: 7 } },
  "too-many-lenders": { elsewhere: { lenders: 5, outstanding: "46000.00" } },
  "score-too-low": {
    social: { chatDaysPerMonth: 0, articleReadsPerMonth: 0 },
    payments: { paymentsPerDay: 0, monthlySpending: "0.00", monthlyTransfers: "0.00", redPacketsPerMonth: 0 },
    assets: { moneyFund: "0.00", investments: "0.00" },
  },
  "limit-used-elsewhere": { elsewhere: { lenders: 1, outstanding: "1000000.00" } },
};

export const refusedFacts: readonly { code: string; facts: BorrowerFacts }[] = Object.entries(otherwise).map(
  ([code, change]) => ({ code, facts: { ...ordinary, ...change } }),
);
