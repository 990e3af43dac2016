/**
 * Products side by side for one need. All are reckoned alike (level payment, equal months, the annual rate over twelve),
 * at the lowest and the highest rate that the catalogue holds, or at the rate that a borrower was offered. A product
 * whose figures are not stated says so.
 */

import { monthlyDueDates } from "../calendar/frequency.ts";
import { exact, sum } from "../money/money.ts";
import { toTheCent } from "../money/rounding-rule.ts";
import { findProduct, type Product, productList } from "../product/catalogue.ts";
import { planSchedule } from "../schedule/schedule.ts";
import { allInRates } from "./all-in-cap.ts";
import type { AnnualRates } from "./apr.ts";

interface Need {
  /** Yuan. */
  amount: string;
  /** Monthly installments. */
  installments: number;
}

/** What a need costs at one rate. Yuan, two decimals. */
interface Cost {
  /** Nominal, a fraction. */
  annualRate: string;
  /** The first installment; the last may differ by some cents. */
  installment: string;
  totalInterest: string;
  totalPayable: string;
  apr: AnnualRates;
}

export interface ComparedProduct {
  productId: string;
  kind: Product["kind"];
  maximum?: string;
  annualRate?: Product["annualRate"];
  payoutSpeed?: Product["payoutSpeed"];
  creditReporting?: Product["creditReporting"];
  cost:
    | { known: true; lowest: Cost; highest: Cost; offered: boolean }
    | { known: false; reason: "not-stated" | "above-maximum" | "term-not-offered" };
}

export interface ComparisonOptions {
  need: Need;
  /** Ids in the order to show; all of the catalogue when absent. */
  products?: readonly string[];
  /** Annual rates that the borrower was offered, by product id. */
  offers?: Readonly<Record<string, string>>;
}

/** Equal months make the day of disbursement immaterial: any first of a month does. */
const ANY_FIRST = "2001-01-01";

function payments({ amount, installments }: Need, annualRate: string): string[] {
  const schedule = planSchedule({
    principal: amount,
    disbursedOn: ANY_FIRST,
    dueDates: monthlyDueDates(ANY_FIRST, installments),
    method: "level-payment",
    interest: { rate: { annual: annualRate }, dayCount: "30/360", counting: "exclusive" },
    rounding: toTheCent,
  });
  return schedule.map(({ payment }) => payment);
}

function costAt(need: Need, annualRate: string): Cost {
  const paid = payments(need, annualRate);
  const apr = allInRates({ principal: need.amount, months: paid.map((payment) => ({ payment })) });
  if (!apr) throw new RangeError("the payments never return the principal");
  const total = sum(paid);
  return {
    annualRate,
    installment: paid[0] ?? total.toFixed(2),
    totalInterest: total.minus(need.amount).toFixed(2),
    totalPayable: total.toFixed(2),
    apr,
  };
}

function costOf(product: Product, { need, offers }: ComparisonOptions): ComparedProduct["cost"] {
  const { maximum, annualRate, terms } = product;
  if (!annualRate) return { known: false, reason: "not-stated" };
  if (maximum && exact(need.amount).gt(maximum)) return { known: false, reason: "above-maximum" };
  if (terms && !terms.includes(need.installments)) return { known: false, reason: "term-not-offered" };
  const offer = offers?.[product.id];
  return {
    known: true,
    lowest: costAt(need, offer ?? annualRate.lowest),
    highest: costAt(need, offer ?? annualRate.highest),
    offered: offer !== undefined,
  };
}

function compared(product: Product, options: ComparisonOptions): ComparedProduct {
  const { id, kind, maximum, annualRate, payoutSpeed, creditReporting } = product;
  return {
    productId: id,
    kind,
    ...(maximum && { maximum }),
    ...(annualRate && { annualRate }),
    ...(payoutSpeed && { payoutSpeed }),
    ...(creditReporting && { creditReporting }),
    cost: costOf(product, options),
  };
}

/** The seed's table of platforms. */
export const comparedPlatforms = ["weilidai", "jiebei", "jd-jintiao"] as const;

/** Throws RangeError on an unknown product or a need that is no loan. */
export function compareProducts(options: ComparisonOptions): ComparedProduct[] {
  const { amount, installments } = options.need;
  if (!exact(amount).gt(0) || !Number.isInteger(installments) || installments < 1) {
    throw new RangeError("a need is a positive amount in a positive number of installments");
  }
  const products = options.products?.map(findProduct) ?? productList().filter(({ kind }) => kind !== "other");
  return products.map((product) => compared(product, options));
}
