/** What would help after a refusal: for each reason, the step that is in the borrower's hands, or that there is none. */

import { addDays } from "../calendar/dates.ts";
import { exact } from "../money/money.ts";
import { findTier } from "../pricing/tier.ts";
import { isQuotable, productList } from "../product/catalogue.ts";
import type { Assessment, DimensionName, RefusalReason } from "./assessment.ts";

type RefusalHelp =
  | { help: "verify-real-name" }
  | { help: "bind-bank-card" }
  | { help: "authorise-credit-report" }
  /** Nothing but time, or nothing at all. */
  | { help: "age-is-fixed"; minimum: number; maximum: number }
  /** Nobody can apply for the white list: these products are open instead. */
  | { help: "try-other-products"; productIds: string[] }
  /** Yuan to hold as a deposit. */
  | { help: "raise-deposit"; to: string }
  | { help: "pay-for-a-purchase" }
  | { help: "settle-overdue" }
  /** Overdue records stop counting after so many months. */
  | { help: "keep-clean-record"; months: number }
  /** Lenders to pay off first. */
  | { help: "close-other-loans"; count: number }
  /** Points that are missing, and where most are to be had. */
  | { help: "raise-score"; dimension: DimensionName; points: string }
  | { help: "repay-elsewhere"; outstanding: string };

interface ExplainedReason {
  reason: RefusalReason;
  help: RefusalHelp;
}

export interface RefusalAdvice {
  /** In the order of the assessment's reasons. */
  reasons: ExplainedReason[];
  /**
   * When asking again makes sense, YYYY-MM-DD: the day after for what can be put right at once, else after the tier's
   * next review.
   */
  tryAgainFrom: string;
}

/** The bureau's window of BorrowerFacts.credit.overdueLast24Months. */
const RECORD_MONTHS = 24;

const atOnce: ReadonlySet<RefusalReason["code"]> = new Set([
  "no-real-name",
  "no-bank-card",
  "no-credit-authorisation",
  "deposit-too-low",
  "no-consumption-scene",
  "currently-overdue",
  "too-many-lenders",
  "limit-used-elsewhere",
]);

function otherProducts(productId: string): string[] {
  return productList()
    .filter((product) => isQuotable(product) && product.id !== productId)
    .map((product) => product.id);
}

export function helpFor(reason: RefusalReason): RefusalHelp {
  switch (reason.code) {
    case "no-real-name":
      return { help: "verify-real-name" };
    case "no-bank-card":
      return { help: "bind-bank-card" };
    case "no-credit-authorisation":
      return { help: "authorise-credit-report" };
    case "age":
      return { help: "age-is-fixed", minimum: reason.minimum, maximum: reason.maximum };
    case "not-white-listed":
      return { help: "try-other-products", productIds: otherProducts(reason.productId) };
    case "deposit-too-low":
      return { help: "raise-deposit", to: reason.minimum };
    case "no-consumption-scene":
      return { help: "pay-for-a-purchase" };
    case "currently-overdue":
      return { help: "settle-overdue" };
    case "poor-credit-history":
      return { help: "keep-clean-record", months: RECORD_MONTHS };
    case "too-many-lenders":
      return { help: "close-other-loans", count: reason.lenders - reason.maximum };
    case "score-too-low":
      return {
        help: "raise-score",
        dimension: reason.weakest,
        points: exact(reason.minimum).minus(reason.score).toFixed(2),
      };
    case "limit-used-elsewhere":
      return { help: "repay-elsewhere", outstanding: reason.outstanding };
  }
}

/** A borrower may be refused before there is a whole assessment: for want of a bank card. */
export function adviseOnRefusal(
  assessment: Pick<Assessment, "reasons" | "decidedOn" | "tier">,
): RefusalAdvice {
  const reasons = assessment.reasons.map((reason) => ({ reason, help: helpFor(reason) }));
  return { reasons, tryAgainFrom: tryAgainFrom(assessment) };
}

export function tryAgainFrom({
  reasons,
  decidedOn,
  tier,
}: Pick<Assessment, "reasons" | "decidedOn" | "tier">): string {
  const days = reasons.every(({ code }) => atOnce.has(code)) ? 1 : findTier(tier).reviewDays;
  return addDays(decidedOn, days);
}
