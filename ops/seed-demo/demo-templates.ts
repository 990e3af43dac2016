/** The terms of demo loans: of every product that may be quoted, paid out on each of the last days. */

import { addDays, startOfDayInShanghai } from "../../domain/calendar/dates.ts";
import { exact } from "../../domain/money/money.ts";
import { makeQuote, type Quote, type RepaymentMethod } from "../../domain/pricing/quote.ts";
import { quotableProduct } from "../../domain/product/catalogue.ts";

interface Terms {
  productId: string;
  principal: string;
  method: RepaymentMethod;
  installments: number;
  annualRate: string;
}

const terms: readonly Terms[] = [
  {
    productId: "weilidai",
    principal: "10000.00",
    method: "equal-principal",
    installments: 10,
    annualRate: "0.18",
  },
  {
    productId: "weilidai",
    principal: "30000.00",
    method: "level-payment",
    installments: 20,
    annualRate: "0.1188",
  },
  {
    productId: "weilidai",
    principal: "4500.00",
    method: "level-payment",
    installments: 5,
    annualRate: "0.1404",
  },
  {
    productId: "we2000",
    principal: "1800.00",
    method: "equal-principal",
    installments: 3,
    annualRate: "0.0864",
  },
  {
    productId: "xiaoe-huaqian",
    principal: "12000.00",
    method: "level-payment",
    installments: 12,
    annualRate: "0.216",
  },
  {
    productId: "xiaoe-huaqian",
    principal: "6000.00",
    method: "equal-principal",
    installments: 6,
    annualRate: "0.18",
  },
];

/** So that on every day as many fall due. */
const daysBack = 150;

/** Nine hundred schedules with their rates take a second: once a day is enough. */
const known = new Map<string, readonly Quote[]>();

/** Quotes without an identity of their own, exactly as the domain makes them. */
export function demoTemplates(today: string): readonly Quote[] {
  const templates =
    known.get(today) ??
    Array.from({ length: daysBack }, (_, back) =>
      terms.map((one) => template(one, addDays(today, -1 - back))),
    ).flat();
  known.set(today, templates);
  return templates;
}

function template({ annualRate, ...given }: Terms, disbursedOn: string): Quote {
  const { dayBasis } = quotableProduct(given.productId);
  return makeQuote({
    id: "template",
    terms: { ...given, dailyRate: exact(annualRate).div(dayBasis).toFixed(), disbursedOn },
    dayBasis,
    issuedAt: startOfDayInShanghai(disbursedOn, "10:00"),
    expiresAt: startOfDayInShanghai(disbursedOn, "10:30"),
  });
}
