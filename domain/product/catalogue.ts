/**
 * The catalogue: every product Jiedao speaks of. Figures are data (data/products.json), each with its source and
 * an "as of"; a figure that the source does not state is absent, never guessed.
 */

import type { LocalName } from "../language/local-name.ts";
import products from "./products.json" with { type: "json" };
import type { RepaymentMethod } from "./terms.ts";

/**
 * own: the wallet's own; partner: a lender's product offered through the wallet; referral: another platform's,
 * explained and handed over; comparison: a competitor's, for the table only.
 */
type ProductKind = "own" | "partner" | "referral" | "comparison";

/** Who may see and use it. */
export type ProductRule = "white-list" | "deposit" | "consumption-scene";

export interface Product {
  id: string;
  name: LocalName;
  kind: ProductKind;
  lender?: LocalName;
  /** Yuan. */
  maximum?: string;
  /** Nominal annual rates as fractions: "0.072". */
  annualRate?: { lowest: string; highest: string };
  rule?: ProductRule;
  payoutSpeed?: { kind: "instant" } | { kind: "average"; hours: number };
  /** Whether loans are reported to the central bank's credit bureau. */
  creditReporting?: "always" | "selective";
  /** Numbers of monthly installments; with methods and dayBasis, present only where Jiedao may quote. */
  terms?: number[];
  methods?: RepaymentMethod[];
  /** Days of a year: annual rate = daily rate x dayBasis. */
  dayBasis?: number;
  /** Where terms, methods and day basis come from. */
  offerSource?: string;
  note?: string;
  /** Year, month or day at which the figures were stated. */
  asOf: string;
  source: string;
}

/** A product that Jiedao may assess and quote. */
export type QuotableProduct = Product &
  Required<Pick<Product, "maximum" | "annualRate" | "terms" | "methods" | "dayBasis">>;

export const DEFAULT_PRODUCT_ID = "weilidai";

/** Smallest loan, yuan: Jiedao's own setting, the source states none. */
const SMALLEST_LOAN = "100.00";

const catalogue = products as readonly Product[];

export function productList(): readonly Product[] {
  return catalogue;
}

/** Throws RangeError when the catalogue has no product of that id. */
export function findProduct(id: string): Product {
  const product = catalogue.find((candidate) => candidate.id === id);
  if (product === undefined) throw new RangeError(`not in the catalogue: ${id}`);
  return product;
}

export function isQuotable(product: Product): product is QuotableProduct {
  const { maximum, annualRate, terms, methods, dayBasis } = product;
  return [maximum, annualRate, terms, methods, dayBasis].every((figure) => figure !== undefined);
}

/** As findProduct; throws RangeError also when the product is not Jiedao's to quote. */
export function quotableProduct(id: string): QuotableProduct {
  const product = findProduct(id);
  if (!isQuotable(product)) throw new RangeError(`not Jiedao's to quote: ${id}`);
  return product;
}

/** Smallest and largest loan of a product, yuan, before any borrower's own limit. Throws RangeError as above. */
export function loanBounds(product: Product): { minimum: string; maximum: string } {
  return { minimum: SMALLEST_LOAN, maximum: quotableProduct(product.id).maximum };
}
