/**
 * Merchant checkout (消费场景直连): a purchase in a merchant's cart is paid by a loan. The money goes to the merchant,
 * never to the borrower's card; the loan is an ordinary one from then on.
 */

import type { Assessment } from "../eligibility/assessment.ts";
import type { BorrowerFacts } from "../eligibility/borrower-facts.ts";
import { assess, availableLimit } from "../eligibility/eligibility.ts";
import type { LocalName } from "../language/local-name.ts";
import { exact } from "../money/money.ts";
import { loanBounds, quotableProduct } from "../product/catalogue.ts";
import merchantData from "./merchants.json" with { type: "json" };

export interface Merchant {
  id: string;
  name: LocalName;
}

export function merchantList(): readonly Merchant[] {
  return merchantData;
}

export interface Purchase {
  merchantId: string;
  orderNumber: string;
  /** Yuan, the whole cart. */
  amount: string;
  /** Yuan, what the buyer pays at once. */
  downPayment: string;
}

type CheckoutRefusal =
  | { code: "unknown-merchant" }
  | { code: "down-payment-out-of-range" }
  | { code: "below-minimum"; minimum: string }
  | { code: "beyond-limit"; available: string }
  /** The borrower is refused: the assessment tells why. */
  | { code: "not-eligible"; assessment: Assessment };

export type Checkout =
  | {
      outcome: "financed";
      purchase: Purchase;
      assessment: Assessment;
      /** The loan's principal, yuan: the cart less the down payment. */
      principal: string;
      /** Who is paid. */
      payee: { merchantId: string; orderNumber: string };
    }
  | { outcome: "refused"; reason: CheckoutRefusal };

export interface CheckoutOptions {
  purchase: Purchase;
  /** Id of a quotable product; those for consumption scenes take the purchase as theirs. */
  productId: string;
  facts: BorrowerFacts;
  /** Principal owed here already, yuan. */
  outstanding: string;
  assessmentId: string;
  /** Asia/Shanghai date. */
  on: string;
}

function refuse(reason: CheckoutRefusal): Checkout {
  return { outcome: "refused", reason };
}

/** From a cart to the principal of a loan, or to the first reason against. Throws RangeError on a product not Jiedao's. */
export function checkOut(options: CheckoutOptions): Checkout {
  const { purchase, productId, facts, on, outstanding } = options;
  const { merchantId, orderNumber } = purchase;
  const { minimum } = loanBounds(quotableProduct(productId));
  const principal = exact(purchase.amount).minus(purchase.downPayment);

  if (!merchantList().some(({ id }) => id === merchantId)) return refuse({ code: "unknown-merchant" });
  if (!principal.gt(0) || exact(purchase.downPayment).isNegative())
    return refuse({ code: "down-payment-out-of-range" });
  if (principal.lt(minimum)) return refuse({ code: "below-minimum", minimum });

  const assessment = assess({ id: options.assessmentId, product: productId, facts, on, purchase: true });
  if (assessment.outcome === "refused") return refuse({ code: "not-eligible", assessment });
  const available = availableLimit({ assessment, outstanding });
  if (principal.gt(available)) return refuse({ code: "beyond-limit", available });
  return {
    outcome: "financed",
    purchase,
    assessment,
    principal: principal.toFixed(2),
    payee: { merchantId, orderNumber },
  };
}
