/**
 * Tiers: how often a person pays decides how often the limit is reviewed and how the rate moves.
 * Source: 用户分层 table (日支付≥5次 / 月支付≥3次 / 季度支付≤5次).
 */
import { Decimal } from "decimal.js";
import type { TierName } from "../eligibility/assessment.ts";
import { exact } from "../money/money.ts";

const DAYS_PER_QUARTER = 90;
const HIGH_ACTIVITY_PER_DAY = 5;
const LOW_FREQUENCY_PER_QUARTER = 5;

export interface Tier {
  name: TierName;
  /** Days between two reviews of the limit. */
  reviewDays: number;
  /** The base annual rate is multiplied by this. */
  rateFactor: string;
}

const tiers: Record<TierName, Tier> = {
  "high-activity": { name: "high-activity", reviewDays: 90, rateFactor: "0.85" },
  regular: { name: "regular", reviewDays: 180, rateFactor: "1.00" },
  "low-frequency": { name: "low-frequency", reviewDays: 360, rateFactor: "1.20" },
};

export function findTier(name: TierName): Tier {
  return tiers[name];
}

/**
 * The tier of a number of payments a day, averaged over the last quarter of 90 days.
 *
 * The source leaves a gap: 3 payments a month are 9 a quarter, low frequency ends at 5 a quarter, and 6 to 8 are
 * neither. Decided in the borrower's favour: a surcharge applies only where its own condition is met, so 6 to 8 are
 * regular.
 */
export function tierOf(paymentsPerDay: number): Tier {
  if (paymentsPerDay >= HIGH_ACTIVITY_PER_DAY) return tiers["high-activity"];
  const perQuarter = exact(paymentsPerDay).times(DAYS_PER_QUARTER).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  return perQuarter.lte(LOW_FREQUENCY_PER_QUARTER) ? tiers["low-frequency"] : tiers.regular;
}
