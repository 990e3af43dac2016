/**
 * 额度共享: a person has one overall limit, the largest of the products' own; whatever is owed on one product is no
 * longer free on the others. Source: the seed's 2023 「额度共享」, against limits piled on limits (多头授信).
 */
import { Decimal } from "decimal.js";
import { exact, sum } from "../money/money.ts";

/** Yuan, two decimals. */
export interface ProductAmount {
  productId: string;
  amount: string;
}

export interface SharedLimit {
  overall: string;
  used: string;
  /** Per product of `limits`, what may still be borrowed. */
  available: ProductAmount[];
}

/** `outstanding`: principal owed per product, also of products that have no limit here any more. */
export function shareLimit(options: {
  limits: readonly ProductAmount[];
  outstanding: readonly ProductAmount[];
}): SharedLimit {
  const { limits, outstanding } = options;
  const overall = Decimal.max(0, ...limits.map(({ amount }) => exact(amount)));
  const used = sum(outstanding.map(({ amount }) => amount));
  const usedOf = (productId: string) =>
    sum(outstanding.filter((one) => one.productId === productId).map(({ amount }) => amount));
  const available = limits.map(({ productId, amount }) => ({
    productId,
    amount: Decimal.max(0, Decimal.min(exact(amount).minus(usedOf(productId)), overall.minus(used))).toFixed(
      2,
    ),
  }));
  return { overall: overall.toFixed(2), used: used.toFixed(2), available };
}
