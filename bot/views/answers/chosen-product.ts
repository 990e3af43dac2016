import { findProduct } from "../../../domain/catalogue.ts";
import type { Scope } from "../stage-view.ts";

/** The product chosen and who lends it, by name. */
export function chosenProduct({ context, locale, m }: Scope): { product: string; lender: string } {
  const { name, lender } = findProduct(context.productId);
  return { product: name[locale], lender: lender?.[locale] ?? m.products.unstated };
}
