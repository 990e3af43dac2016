import { nameIn } from "../../../../domain/language/local-name.ts";
import { findProduct } from "../../../../domain/product/catalogue.ts";
import type { Scope } from "../../stage-view.ts";

/** The product chosen and who lends it, by name. */
export function chosenProduct(scope: Scope): { product: string; lender: string } {
  const { productId } = scope.context;
  return { product: nameIn(findProduct(productId).name, scope.locale), lender: lenderOf(productId, scope) };
}

export const lenderOf = (productId: string, { locale, m }: Scope): string =>
  nameIn(findProduct(productId).lender, locale) ?? m.products.unstated;
