/** The rate of an assessment: loan prime rate plus a margin by score, moved by the tier, kept in the product's range. */
import { Decimal } from "decimal.js";
import type { QuotableProduct } from "./catalogue.ts";
import { lprOn } from "./lpr.ts";
import type { Tier } from "./tier.ts";

/** Points over the loan prime rate by score, best band first: Jiedao's own setting. */
const margins = [
  { from: 80, margin: "0.078" },
  { from: 65, margin: "0.114" },
  { from: 0, margin: "0.150" },
] as const;

/** No offer above this, all-in: interest, fees and penalties counted. */
export const ALL_IN_CAP = "0.24";

const DAILY_RATE_DECIMALS = 6;

export interface Rate {
  /** "0.000255" is 0.0255 % a day. */
  dailyRate: string;
  /** dailyRate x day basis, exact, at least four decimals: "0.0918". */
  annualRate: string;
}

function baseRate(score: string, on: string): Decimal {
  const band = margins.find(({ from }) => new Decimal(score).gte(from)) ?? margins[2];
  return new Decimal(lprOn(on)).plus(band.margin);
}

/**
 * A daily rate of six decimals: rounded down, so that the highest permitted annual rate is never passed; one step up
 * where that would fall below the product's lowest.
 */
function toDaily(annual: Decimal, lowest: string, dayBasis: number): Decimal {
  const daily = annual.div(dayBasis).toDecimalPlaces(DAILY_RATE_DECIMALS, Decimal.ROUND_DOWN);
  const step = new Decimal(10).pow(-DAILY_RATE_DECIMALS);
  return daily.times(dayBasis).lt(lowest) ? daily.plus(step) : daily;
}

/** Rate for a score (0 to 100) and tier on a date: (LPR + margin) x tier's factor, clamped, at most 24 % a year. */
export function priceRate(options: {
  product: QuotableProduct;
  score: string;
  tier: Tier;
  on: string;
}): Rate {
  const { annualRate, dayBasis } = options.product;
  const { lowest, highest } = annualRate;
  const annual = baseRate(options.score, options.on)
    .times(options.tier.rateFactor)
    .clamp(lowest, Decimal.min(highest, ALL_IN_CAP));
  const daily = toDaily(annual, lowest, dayBasis);
  const yearly = daily.times(dayBasis);
  return { dailyRate: daily.toFixed(), annualRate: yearly.toFixed(Math.max(4, yearly.decimalPlaces())) };
}
