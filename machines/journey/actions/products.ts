import { judgeAmount } from "../../../domain/money/amount.ts";
import { findProduct, isQuotable, loanBounds, productList } from "../../../domain/product/catalogue.ts";
import { findEntry } from "../../../domain/product/entries.ts";
import { merchantList } from "../../../domain/purchase/merchant-checkout.ts";
import type { JourneyContext } from "../../journey-context.ts";
import { requestFor, takeUpProduct } from "../applications.ts";
import { voidQuote } from "./application.ts";
import { eventOf, type Outcome, present, type Scope } from "./plan.ts";

/** Another product voids what hung on the old one; what it cannot keep of the request is said. */
function changeProduct(scope: Scope, productId: string): Outcome {
  const { context } = scope;
  const voided = voidQuote(scope, "corrected");
  if (productId === context.productId) return voided;
  const { request, dropped } = requestFor(productId, context.request);
  return {
    assign: { ...takeUpProduct(context, productId), request, ...voided.assign },
    notices: [
      {
        kind: "product-changed",
        from: context.productId,
        to: productId,
        quoteVoided: context.quote !== null,
        dropped,
      },
    ],
    effects: voided.effects ?? [],
  };
}

export const chooseProduct = (scope: Scope): Outcome =>
  changeProduct(scope, eventOf(scope, "product.choose").product);

export const explainProduct = (scope: Scope): Outcome => ({
  notices: [{ kind: "product-explained", productId: eventOf(scope, "product.choose").product }],
});

/** The first product of the entry on screen that Jiedao may quote. */
export function entryProduct({ entry }: JourneyContext): string | undefined {
  const found = findEntry(entry ?? "");
  return found && [found.product, ...found.otherProducts].find((id) => isQuotable(findProduct(id)));
}

export const chooseEntryProduct = (scope: Scope): Outcome =>
  changeProduct(scope, present(entryProduct(scope.context), "the entry's product"));

/** What pays for a cart: the product for consumption scenes. */
function checkoutProduct(): string {
  const product = productList().find((one) => one.rule === "consumption-scene" && isQuotable(one));
  return present(product, "a product for consumption scenes").id;
}

/** Why a cart cannot be financed at all; undefined when it can. */
export function refusalOfPurchase(scope: Scope): Outcome["notices"] | undefined {
  const { merchant, amount } = eventOf(scope, "buy");
  const bounds = loanBounds(findProduct(checkoutProduct()));
  const reason = !merchantList().some(({ id }) => id === merchant)
    ? ("unknown-merchant" as const)
    : judgeAmount(amount, bounds).ok
      ? undefined
      : ("amount" as const);
  return reason && [{ kind: "purchase-refused", reason, ...bounds }];
}

export const refusePurchase = (scope: Scope): Outcome => ({ notices: refusalOfPurchase(scope) ?? [] });

/** The whole cart is asked for; the borrower may still pay a part of it at the checkout. */
export function beginPurchase(scope: Scope): Outcome {
  const { merchant: merchantId, amount: given, orderNumber, turnId } = eventOf(scope, "buy");
  const productId = checkoutProduct();
  const judged = judgeAmount(given, loanBounds(findProduct(productId)));
  if (!judged.ok) return refusePurchase(scope);
  const { amount } = judged;
  const voided = voidQuote(scope, "cancelled");
  return {
    assign: {
      ...takeUpProduct(scope.context, productId),
      ...voided.assign,
      request: { amount, purpose: "daily" },
      purchase: { merchantId, orderNumber: orderNumber ?? turnId, amount },
    },
    notices: [{ kind: "purchase-begun", merchantId, amount }],
    effects: voided.effects ?? [],
  };
}
