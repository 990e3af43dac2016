import type { Assessment } from "../../../domain/eligibility/assessment.ts";
import { heldAt } from "../../../domain/pricing/pricing.ts";
import { findTier } from "../../../domain/pricing/tier.ts";
import { quotableProduct } from "../../../domain/product/catalogue.ts";
import type { Messages } from "../../locales/messages.ts";

type TierOfRate = Parameters<Messages["scoring"]["tierEffect"]>[0];

/** An assessment's tier, and whether its rate could follow the tier all the way. */
export function tierOfRate({ productId, score, tier: name, decidedOn }: Assessment): TierOfRate {
  const tier = findTier(name);
  return { ...tier, heldAt: heldAt({ product: quotableProduct(productId), score, tier, on: decidedOn }) };
}
