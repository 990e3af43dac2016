/**
 * The catalogue: every product Jiedao speaks of. Figures are data (data/products.json), each with its source and
 * an "as of"; a figure that the source does not state is absent, never guessed.
 */

import type { InLanguages, LocalName } from "../language/local-name.ts";
import type { LoanConventions } from "./conventions.ts";
import products from "./products.json" with { type: "json" };
import type { RepaymentMethod } from "./terms.ts";

/**
 * own: the wallet's own; partner: a lender's product offered through the wallet; referral: another platform's,
 * explained and handed over; comparison: a competitor's, for the table only; other: another company's that people
 * name, of which nothing is told.
 */
export const productKinds = ["own", "partner", "referral", "comparison", "other"] as const;
export type ProductKind = (typeof productKinds)[number];

/** Words for a thing, in each language, as they are typed: lower case, blanks and apostrophes may be left out. */
export type Names = InLanguages<readonly string[]>;

/** Who may see and use it. */
export const productRules = ["white-list", "deposit", "consumption-scene"] as const;
export type ProductRule = (typeof productRules)[number];

export interface Product {
  id: string;
  name: LocalName;
  kind: ProductKind;
  /** What it is surely meant by, in any sentence. Its name is understood where it is the whole message. */
  aliases: Names;
  /**
   * Spellings that the intent model takes for its name: "借/贝", the characters of each place between strokes. What
   * stands after " !" must not follow.
   */
  lookalikes?: readonly string[];
  /** The company whose own name stands for it. */
  platform?: Names;
  /** Pays for purchases instead of lending money. */
  payLater?: boolean;
  /** Ids of the entries at which it is found; the first product of the file leads at an entry. */
  entries?: readonly string[];
  lender?: LocalName;
  /** Smallest and largest loan, yuan, before any borrower's own limit. */
  minimum?: string;
  maximum?: string;
  /** Nominal annual rates as fractions: "0.072". */
  annualRate?: { lowest: string; highest: string };
  rule?: ProductRule;
  /** Yuan: the deposit that a rule asks for, or the spending a month that is a consumption scene. */
  ruleMinimum?: string;
  payoutSpeed?: { kind: "instant" } | { kind: "average"; hours: number };
  /** Whether loans are reported to the central bank's credit bureau. */
  creditReporting?: "always" | "selective";
  /** Numbers of monthly installments; with methods and dayBasis, present only where Jiedao may quote. */
  terms?: number[];
  methods?: RepaymentMethod[];
  /** Days of a year: annual rate = daily rate x dayBasis. */
  dayBasis?: number;
  /** What its loans are made with and keep; contact days and the penalty's base are always stated. */
  conventions?: LoanConventions;
  /** Share of the principal paid ahead of its day. */
  earlyRepaymentFee?: string;
  conventionsSource?: string;
  /** Where terms, methods and day basis come from. */
  offerSource?: string;
  note?: string;
  /** Year, month or day at which the figures were stated. */
  asOf: string;
  source: string;
}

/** What a product must state to be quoted. */
export const offerFields = [
  "minimum",
  "maximum",
  "annualRate",
  "terms",
  "methods",
  "dayBasis",
  "conventions",
  "earlyRepaymentFee",
] as const satisfies (keyof Product)[];

/** A product that Jiedao may assess and quote. */
export type QuotableProduct = Product & Required<Pick<Product, (typeof offerFields)[number]>>;

export const DEFAULT_PRODUCT_ID = "weilidai";

const catalogue = products as readonly unknown[] as readonly Product[];

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
  return offerFields.every((field) => product[field] !== undefined);
}

/** As findProduct; throws RangeError also when the product is not Jiedao's to quote. */
export function quotableProduct(id: string): QuotableProduct {
  const product = findProduct(id);
  if (!isQuotable(product)) throw new RangeError(`not Jiedao's to quote: ${id}`);
  return product;
}

/** Smallest and largest loan of a product, yuan, before any borrower's own limit. Throws RangeError as above. */
export function loanBounds(product: Product): { minimum: string; maximum: string } {
  const { minimum, maximum } = quotableProduct(product.id);
  return { minimum, maximum };
}
