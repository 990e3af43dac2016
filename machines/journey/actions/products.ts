import { judgeAmount } from "../../../domain/money/amount.ts";
import { findProduct, loanBounds } from "../../../domain/product/catalogue.ts";
import { requestFor, takeUpProduct } from "../applications.ts";
import { checkoutProduct, entryProduct, refusalOfPurchase } from "../purchases.ts";
import { voidQuote } from "../void-quote.ts";
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

export const chooseEntryProduct = (scope: Scope): Outcome =>
  changeProduct(scope, present(entryProduct(scope.context), "the entry's product"));

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
