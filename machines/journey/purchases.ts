/** Products that an entry or a cart leads to. */
import { judgeAmount } from "../../domain/money/amount.ts";
import { findProduct, isQuotable, loanBounds, productList } from "../../domain/product/catalogue.ts";
import { findEntry } from "../../domain/product/entries.ts";
import { merchantList } from "../../domain/purchase/merchant-checkout.ts";
import type { JourneyContext } from "../journey-context.ts";
import { eventOf, type Outcome, present, type Scope } from "./actions/plan.ts";

/** The first product of the entry on screen that Jiedao may quote. */
export function entryProduct({ entry }: JourneyContext): string | undefined {
  const found = findEntry(entry ?? "");
  return found && [found.product, ...found.otherProducts].find((id) => isQuotable(findProduct(id)));
}

/** What pays for a cart: the product for consumption scenes. */
export function checkoutProduct(): string {
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
