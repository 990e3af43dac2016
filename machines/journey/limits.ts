/** What may still be borrowed. */
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import { type SharedLimit, shareLimit } from "../../domain/eligibility/limit-sharing.ts";
import { loanPosition } from "../../domain/loan/loan-position.ts";
import { exact } from "../../domain/money/money.ts";
import { findProduct, loanBounds } from "../../domain/product/catalogue.ts";
import type { JourneyContext } from "../journey-context.ts";
import { limitsGranted } from "./applications.ts";

/** What each product granted may still lend: one overall limit, less the principal outstanding on every loan. */
export function sharedLimits(context: JourneyContext): SharedLimit {
  const on = shanghaiDate(context.at);
  return shareLimit({
    limits: limitsGranted(context).map(({ productId, limit }) => ({ productId, amount: limit })),
    outstanding: context.loans.map((loan) => ({
      productId: loan.productId,
      amount: loanPosition(loan, on).outstandingPrincipal,
    })),
  });
}

/** What the chosen product may still lend; nothing before it is approved. */
export function freeLimit(context: JourneyContext): string {
  const { available } = sharedLimits(context);
  return available.find(({ productId }) => productId === context.productId)?.amount ?? "0.00";
}

/** Least and most that may be asked for now: the product's bounds, the free limit once it is known, the cart's worth. */
export function amountBounds(context: JourneyContext): { minimum: string; maximum: string } {
  const { minimum, maximum: most } = loanBounds(findProduct(context.productId));
  const free = context.assessment?.outcome === "approved" ? freeLimit(context) : most;
  const cart = context.purchase?.amount ?? most;
  return { minimum, maximum: exact(free).lte(cart) ? free : cart };
}

export function allowedTerms(context: JourneyContext): number[] {
  return findProduct(context.productId).terms ?? [];
}
