/** What a borrower asks for, judged slot by slot: nothing enters a request that could not be quoted. */

import { shanghaiDate } from "../../domain/calendar/dates.ts";
import { type SharedLimit, shareLimit } from "../../domain/eligibility/limit-sharing.ts";
import { loanPosition } from "../../domain/loan/loan.ts";
import { judgeAmount } from "../../domain/money/amount.ts";
import { exact } from "../../domain/money/money.ts";
import { findProduct, loanBounds } from "../../domain/product/catalogue.ts";
import { offerRepayment } from "../../domain/repayment/repayment.ts";
import type { JourneyContext, Notice } from "../journey-context.ts";
import type { amountRefusals, LoanRequest, RequestChange } from "../request-schema.ts";
import { limitsGranted } from "./applications.ts";
import { findLoan } from "./offers.ts";

export interface JudgedSlots {
  /** The request with the good slots in. */
  request: LoanRequest;
  /** Slots that had another value before. */
  changes: RequestChange[];
  /** One notice per slot that cannot be taken. */
  refusals: Notice[];
  /** True when at least one slot is good and new or different. */
  changed: boolean;
}

/** Least and most that may be asked for now: the product's bounds, the free limit once it is known, the cart's worth. */
export function amountBounds(context: JourneyContext): { minimum: string; maximum: string } {
  const { minimum, maximum: most } = loanBounds(findProduct(context.productId));
  const free = context.assessment?.outcome === "approved" ? freeLimit(context) : most;
  const cart = context.purchase?.amount ?? most;
  return { minimum, maximum: exact(free).lte(cart) ? free : cart };
}

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

export function allowedTerms(context: JourneyContext): number[] {
  return findProduct(context.productId).terms ?? [];
}

/** What a message says of the loan wanted; of a cart, also what the shopper pays at the checkout. */
export type SlotsSaid = LoanRequest & { downPayment?: string | undefined };

export function judgeSlots(context: JourneyContext, slots: SlotsSaid): JudgedSlots {
  const judged: JudgedSlots = { request: { ...context.request }, changes: [], refusals: [], changed: false };
  if (slots.downPayment !== undefined) judgeDownPayment(judged, context, slots.downPayment);
  if (slots.amount !== undefined) judgeAmountSlot(judged, context, slots.amount);
  if (slots.installments !== undefined) judgeTermSlot(judged, context, slots.installments);
  if (slots.method !== undefined) take(judged, "method", slots.method);
  if (slots.purpose !== undefined) take(judged, "purpose", slots.purpose);
  return judged;
}

/** A partial repayment: at least a cent, at most what would settle the loan today. */
export function judgePartialAmount(
  context: JourneyContext,
  given: string,
):
  | { ok: true; amount: string }
  | { ok: false; reason: (typeof amountRefusals)[number]; bounds: { minimum: string; maximum: string } } {
  const loanId = context.repayment?.loanId ?? "";
  const payoff = offerRepayment(findLoan(context, loanId), { kind: "payoff", on: shanghaiDate(context.at) });
  const bounds = { minimum: "0.01", maximum: payoff.ok ? payoff.amount : "0.00" };
  const verdict = judgeAmount(given, bounds);
  return verdict.ok ? verdict : { ...verdict, bounds };
}

function judgeAmountSlot(judged: JudgedSlots, context: JourneyContext, given: string): void {
  const bounds = amountBounds(context);
  const verdict = judgeAmount(given, bounds);
  const nothingFits = exact(bounds.maximum).lt(bounds.minimum);
  if (verdict.ok) take(judged, "amount", verdict.amount);
  else if (nothingFits) judged.refusals.push({ kind: "limit-used", free: bounds.maximum });
  else judged.refusals.push({ kind: "amount-refused", reason: verdict.reason, given, ...bounds });
}

/** The loan is the cart less the down payment, judged as any other amount. */
function judgeDownPayment(judged: JudgedSlots, context: JourneyContext, given: string): void {
  const cart = context.purchase?.amount;
  if (cart === undefined) return;
  const financed = exact(cart).minus(given);
  const maximum = exact(cart).minus(amountBounds(context).minimum);
  const isInRange = !exact(given).isNegative() && exact(given).lte(maximum);
  if (isInRange) judgeAmountSlot(judged, context, financed.toFixed());
  else judged.refusals.push({ kind: "down-payment-refused", given, cart, maximum: maximum.toFixed(2) });
}

function judgeTermSlot(judged: JudgedSlots, context: JourneyContext, given: number): void {
  const allowed = allowedTerms(context);
  if (allowed.includes(given)) take(judged, "installments", given);
  else judged.refusals.push({ kind: "term-refused", given, allowed });
}

function take<Slot extends keyof LoanRequest>(
  judged: JudgedSlots,
  slot: Slot,
  value: NonNullable<LoanRequest[Slot]>,
): void {
  const before = judged.request[slot];
  if (before === value) return;
  judged.changed = true;
  if (before !== undefined) judged.changes.push({ slot, from: String(before), to: String(value) });
  judged.request = { ...judged.request, [slot]: value };
}
