/** Eligibility: from what is known of a borrower to a limit and a rate, or to the reasons against. */
import { Decimal } from "decimal.js";
import { addDays } from "../calendar/dates.ts";
import { exact } from "../money/money.ts";
import { priceRate } from "../pricing/pricing.ts";
import { tierOf } from "../pricing/tier.ts";
import { loanBounds, type QuotableProduct, quotableProduct } from "../product/catalogue.ts";
import type { Assessment, RefusalReason, ScoredDimension } from "./assessment.ts";
import type { BorrowerFacts } from "./borrower-facts.ts";
import { checkBorrower, checkGates, checkProductRule } from "./eligibility-checks.ts";
import { scoreDimensions, totalScore, weakestDimension } from "./eligibility-score.ts";
import { initialGrant, MINIMUM_SCORE, sharedLimit } from "./limit.ts";

/** Days for which an assessment is an offer's ground: Jiedao's own setting. */
const VALID_DAYS = 30;

export interface AssessOptions {
  /** Id of the assessment to be. */
  id: string;
  /** Id of a quotable product. */
  product: string;
  facts: BorrowerFacts;
  /** Asia/Shanghai date, YYYY-MM-DD. */
  on: string;
  /** The loan pays for a purchase that is under way. */
  purchase?: boolean;
}

function checkScore(score: string, dimensions: ScoredDimension[]): RefusalReason[] {
  if (exact(score).gte(MINIMUM_SCORE)) return [];
  return [{ code: "score-too-low", score, minimum: MINIMUM_SCORE, weakest: weakestDimension(dimensions) }];
}

function checkLimit(limit: string, product: QuotableProduct, facts: BorrowerFacts): RefusalReason[] {
  if (exact(limit).gte(loanBounds(product).minimum)) return [];
  return [{ code: "limit-used-elsewhere", outstanding: facts.elsewhere.outstanding }];
}

/**
 * Judges a borrower for a product: the three gates; then the product's rule, age, credit history, multiple lending;
 * then the weighted score; then the limit that other lenders leave. A closed gate ends it there: without the
 * authorisation nothing may be scored. Otherwise every reason is told, in this order. Throws RangeError when the
 * product is not Jiedao's to quote.
 */
export function assess(options: AssessOptions): Assessment {
  const { facts, on } = options;
  const product = quotableProduct(options.product);
  const tier = tierOf(facts.payments.paymentsPerDay);
  const refused = {
    id: options.id,
    productId: product.id,
    decidedOn: on,
    validUntil: addDays(on, VALID_DAYS),
    outcome: "refused" as const,
    tier: tier.name,
    limit: "0.00",
    dailyRate: "0.0000",
    annualRate: "0.0000",
  };
  const closed = checkGates(facts);
  if (closed.length > 0) return { ...refused, score: "0.00", dimensions: [], reasons: closed };

  const dimensions = scoreDimensions(facts);
  const score = totalScore(dimensions);
  const reasons = [
    ...checkProductRule({ product, facts, purchase: options.purchase ?? false }),
    ...checkBorrower(facts),
    ...checkScore(score, dimensions),
  ];
  const judged = { ...refused, score, dimensions };
  if (reasons.length > 0) return { ...judged, reasons };

  const granted = initialGrant({ product, score, profile: facts.profile });
  const usedElsewhere = facts.elsewhere.outstanding;
  const limit = sharedLimit(granted, usedElsewhere);
  const used = checkLimit(limit, product, facts);
  if (used.length > 0) return { ...judged, reasons: used };
  const sharing = { granted, usedElsewhere };
  const priced = priceRate({ product, score, tier, on });
  return { ...judged, outcome: "approved", limit, ...priced, reasons: [], sharing };
}

/** What may still be borrowed, yuan, with `outstanding` principal owed here already. Never below zero. */
export function availableLimit(options: { assessment: Assessment; outstanding: string }): string {
  return Decimal.max(0, exact(options.assessment.limit).minus(options.outstanding)).toFixed(2);
}
