/** The limit: first grant from static data and score, shared over all products. Whole hundreds of yuan. */
import { Decimal } from "decimal.js";
import { exact } from "../money/money.ts";
import type { QuotableProduct } from "../product/catalogue.ts";
import type { BorrowerFacts } from "./borrower-facts.ts";

/** Below this score nothing is granted; at 100 the product's maximum is. Jiedao's own setting. */
export const MINIMUM_SCORE = "40.00";

/** Smallest first grant, yuan: Jiedao's own setting. */
const SMALLEST_GRANT = "500.00";

/**
 * Static data (LBS定位、职业信息、设备型号): each names a factor; what is unknown counts as the middle one. The
 * sources are the seed's, the factors Jiedao's own.
 */
const UNKNOWN_FACTOR = "0.90";
const cityFactors = new Map([
  ["beijing", "1.00"],
  ["shanghai", "1.00"],
  ["guangzhou", "1.00"],
  ["shenzhen", "1.00"],
]);
const occupationFactors = new Map([
  ["civil-servant", "1.00"],
  ["employee", "1.00"],
  ["self-employed", "0.90"],
  ["freelancer", "0.80"],
  ["student", "0.50"],
]);
const deviceFactors = new Map([
  ["flagship", "1.00"],
  ["mid-range", "0.95"],
  ["entry-level", "0.85"],
]);

/** Product of the three factors of the static data. */
export function profileFactor(profile: BorrowerFacts["profile"]): Decimal {
  return exact(cityFactors.get(profile.city) ?? UNKNOWN_FACTOR)
    .times(occupationFactors.get(profile.occupation) ?? UNKNOWN_FACTOR)
    .times(deviceFactors.get(profile.device) ?? UNKNOWN_FACTOR);
}

function wholeHundreds(amount: Decimal): Decimal {
  return amount.div(100).toDecimalPlaces(0, Decimal.ROUND_DOWN).times(100);
}

/** The first grant, yuan: maximum x (score - minimum) / (100 - minimum) x profile's factor, at least the smallest. */
export function initialGrant(options: {
  product: QuotableProduct;
  score: string;
  profile: BorrowerFacts["profile"];
}): string {
  const { maximum } = options.product;
  const share = exact(options.score).minus(MINIMUM_SCORE).div(exact(100).minus(MINIMUM_SCORE));
  const granted = wholeHundreds(exact(maximum).times(share).times(profileFactor(options.profile)));
  return granted.clamp(SMALLEST_GRANT, maximum).toFixed(2);
}

/** 额度共享: what is outstanding elsewhere is part of one overall limit. Whole hundreds of yuan, never below zero. */
export function sharedLimit(grant: string, outstandingElsewhere: string): string {
  return wholeHundreds(Decimal.max(0, exact(grant).minus(outstandingElsewhere))).toFixed(2);
}
