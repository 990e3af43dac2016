/**
 * The review that may raise a limit: spending growth, timely repayment, assets gathered (消费增长幅度、还款及时性、
 * 资产沉淀规模). The source says both "every three months" and, by tier, 90, 180 or 360 days: the tier's days decide when
 * a review is due, the figures compared are always those of the last three months with the three before.
 */
import { Decimal } from "decimal.js";
import { addDays } from "../calendar/dates.ts";
import { exact, roundToUnit, sum } from "../money/money.ts";
import { findTier } from "../pricing/tier.ts";
import type { TierName } from "./assessment.ts";

/** Figures of one quarter. */
interface QuarterFigures {
  /** Yuan a month, on average. */
  monthlySpending: string;
  /** Yuan held at the quarter's end. */
  assets: string;
}

export interface LimitReviewOptions {
  limit: string;
  /** The product's, yuan. */
  maximum: string;
  tier: TierName;
  lastReviewedOn: string;
  on: string;
  before: QuarterFigures;
  now: QuarterFigures;
  /** Installments paid since the last review. */
  repayments: { onTime: number; late: number };
}

interface LimitRaise {
  source: "spending-growth" | "timely-repayment" | "assets";
  /** Of the old limit, a fraction with four decimals. */
  share: string;
}

export type LimitReview =
  | { outcome: "not-due"; nextReviewOn: string; limit: string }
  /** A late installment since the last review: the limit stays. */
  | { outcome: "held"; nextReviewOn: string; limit: string; late: number }
  /** `raises` is empty, and the limit the same, when no figure has grown. */
  | { outcome: "reviewed"; nextReviewOn: string; limit: string; raises: LimitRaise[] };

/** Highest share of each source: Jiedao's own setting. */
const MOST_BY_SPENDING = "0.15";
const TIMELY_SHARE = "0.10";
const MOST_BY_ASSETS = "0.05";

/** Growth as a fraction, never below zero; from nothing to something counts as doubled. */
function growth(before: string, now: string): Decimal {
  if (exact(before).isZero()) return exact(exact(now).isZero() ? 0 : 1);
  return Decimal.max(0, exact(now).div(before).minus(1));
}

/** Half of the growth is granted, up to the most. */
function halfOf(grown: Decimal, most: string): string {
  return Decimal.min(grown.div(2), most).toFixed(4, Decimal.ROUND_DOWN);
}

function raisesOf({ before, now, repayments }: LimitReviewOptions): LimitRaise[] {
  const raises: LimitRaise[] = [
    {
      source: "spending-growth",
      share: halfOf(growth(before.monthlySpending, now.monthlySpending), MOST_BY_SPENDING),
    },
    { source: "timely-repayment", share: repayments.onTime > 0 ? exact(TIMELY_SHARE).toFixed(4) : "0.0000" },
    { source: "assets", share: halfOf(growth(before.assets, now.assets), MOST_BY_ASSETS) },
  ];
  return raises.filter(({ share }) => !exact(share).isZero());
}

/** The new limit is in whole hundreds of yuan, rounded down, at most the product's maximum, never below the old one. */
export function reviewLimit(options: LimitReviewOptions): LimitReview {
  const { limit, maximum, on, repayments } = options;
  const { reviewDays } = findTier(options.tier);
  const dueOn = addDays(options.lastReviewedOn, reviewDays);
  if (on < dueOn) return { outcome: "not-due", nextReviewOn: dueOn, limit };
  const nextReviewOn = addDays(on, reviewDays);
  if (repayments.late > 0) return { outcome: "held", nextReviewOn, limit, late: repayments.late };

  const raises = raisesOf(options);
  const raised = exact(limit).times(sum(raises.map(({ share }) => share)).plus(1));
  const rounded = Decimal.min(roundToUnit(raised, 100, "down"), maximum);
  return { outcome: "reviewed", nextReviewOn, limit: Decimal.max(rounded, limit).toFixed(2), raises };
}
