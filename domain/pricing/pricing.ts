/**
 * The rate of an assessment. Within the product's range the score names a base; the base moves one for one with the
 * loan prime rate since the bases were set; the tier lowers or raises it; the product's range and the all-in cap hold.
 */
import { Decimal } from "decimal.js";
import { HIGHEST_DAILY_RATE } from "../disclosure/all-in-cap.ts";
import { exact } from "../money/money.ts";
import type { QuotableProduct } from "../product/catalogue.ts";
import { lprOn } from "./lpr.ts";
import type { Tier } from "./tier.ts";

/** Where in the product's range the base lies, best scores first: Jiedao's own setting. */
const bands = [
  { from: 80, position: exact(1).div(3) },
  { from: 65, position: exact(2).div(3) },
  { from: 0, position: exact(1) },
] as const;

/** The bases were set with the loan prime rate of this day, 3.00 %. */
const BASES_SET_ON = "2025-05-20";

const DAILY_RATE_DECIMALS = 6;

export interface PricedRate {
  /** "0.000255" is 0.0255 % a day. */
  dailyRate: string;
  /** dailyRate x day basis, exact, at least four decimals: "0.0918". */
  annualRate: string;
}

function baseRate({ lowest, highest }: QuotableProduct["annualRate"], score: string, on: string): Decimal {
  const { position } = bands.find(({ from }) => exact(score).gte(from)) ?? bands[2];
  const movement = exact(lprOn(on)).minus(lprOn(BASES_SET_ON));
  return exact(highest).minus(lowest).times(position).plus(lowest).plus(movement);
}

/**
 * A daily rate of six decimals: rounded down, so that the highest permitted annual rate is never passed; one step up
 * where that would fall below the product's lowest.
 */
function toDaily(annual: Decimal, lowest: string, dayBasis: number): Decimal {
  const daily = annual.div(dayBasis).toDecimalPlaces(DAILY_RATE_DECIMALS, Decimal.ROUND_DOWN);
  const step = exact(10).pow(-DAILY_RATE_DECIMALS);
  return daily.times(dayBasis).lt(lowest) ? daily.plus(step) : daily;
}

export interface PricedOn {
  product: QuotableProduct;
  /** 0 to 100. */
  score: string;
  tier: Tier;
  /** YYYY-MM-DD. */
  on: string;
}

function tierRate({ product, score, tier, on }: PricedOn): Decimal {
  return baseRate(product.annualRate, score, on).times(tier.rateFactor);
}

/** Annual rates between which a product is priced: its own, and never more than 24 % a year allows. */
function bounds({ annualRate, dayBasis }: QuotableProduct): { lowest: string; highest: Decimal } {
  const highest = Decimal.min(annualRate.highest, HIGHEST_DAILY_RATE.times(dayBasis));
  return { lowest: annualRate.lowest, highest };
}

/** Rate for a score and a tier on a date. */
export function priceRate(priced: PricedOn): PricedRate {
  const { lowest, highest } = bounds(priced.product);
  const { dayBasis } = priced.product;
  const daily = toDaily(tierRate(priced).clamp(lowest, highest), lowest, dayBasis);
  const yearly = daily.times(dayBasis);
  return { dailyRate: daily.toFixed(), annualRate: yearly.toFixed(Math.max(4, yearly.decimalPlaces())) };
}

/** Which end of its range held the rate that the tier would have had; undefined when none did. */
export function heldAt(priced: PricedOn): "lowest" | "highest" | undefined {
  const { lowest, highest } = bounds(priced.product);
  const rate = tierRate(priced);
  if (rate.gt(highest)) return "highest";
  return rate.lt(lowest) ? "lowest" : undefined;
}
