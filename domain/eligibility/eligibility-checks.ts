/** The checks of an assessment that do not need a score, each a list of reasons; none means it is passed. */

import { exact } from "../money/money.ts";
import type { QuotableProduct } from "../product/catalogue.ts";
import type { RefusalReason } from "./assessment.ts";
import type { BorrowerFacts } from "./borrower-facts.ts";

/** Full civil capacity to a common retirement age: Jiedao's own setting, completed years. */
export const borrowerAge = { minimum: 18, maximum: 60 } as const;

/** 累六: banks' usual line, six overdue records within two years. */
const OVERDUE_RECORDS = 6;

/** Against 多头借贷: Jiedao's own setting. */
const MAXIMUM_LENDERS = 3;

/** 基础门槛: real name, bank card, credit authorisation, in this order. */
export function checkGates(facts: BorrowerFacts): RefusalReason[] {
  const reasons: RefusalReason[] = [];
  if (!facts.realNameVerified) reasons.push({ code: "no-real-name" });
  if (!facts.bankCardBound) reasons.push({ code: "no-bank-card" });
  if (!facts.creditAuthorised) reasons.push({ code: "no-credit-authorisation" });
  return reasons;
}

/** The product's own rule (差异化授信). `purchase`: the loan pays for a purchase that is under way. A
 * consumption scene is such a purchase, or spending enough a month. */
export function checkProductRule(options: {
  product: QuotableProduct;
  facts: BorrowerFacts;
  purchase: boolean;
}): RefusalReason[] {
  const { product, facts } = options;
  const { ruleMinimum: minimum = "0.00" } = product;
  switch (product.rule) {
    case "white-list":
      return facts.whiteListed.includes(product.id)
        ? []
        : [{ code: "not-white-listed", productId: product.id }];
    case "deposit":
      return exact(facts.deposits).gte(minimum) ? [] : [{ code: "deposit-too-low", minimum }];
    case "consumption-scene":
      return options.purchase || exact(facts.payments.monthlySpending).gte(minimum)
        ? []
        : [{ code: "no-consumption-scene" }];
    default:
      return [];
  }
}

/** Age, credit history and multiple lending, in this order. */
export function checkBorrower({ age, credit, elsewhere }: BorrowerFacts): RefusalReason[] {
  const reasons: RefusalReason[] = [];
  if (age < borrowerAge.minimum || age > borrowerAge.maximum) reasons.push({ code: "age", ...borrowerAge });
  if (credit.currentlyOverdue) reasons.push({ code: "currently-overdue" });
  if (credit.overdueLast24Months >= OVERDUE_RECORDS) {
    reasons.push({ code: "poor-credit-history", overdue: credit.overdueLast24Months });
  }
  if (elsewhere.lenders > MAXIMUM_LENDERS) {
    reasons.push({ code: "too-many-lenders", lenders: elsewhere.lenders, maximum: MAXIMUM_LENDERS });
  }
  return reasons;
}
