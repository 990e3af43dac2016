/** What a borrower asks for, judged slot by slot: nothing enters a request that could not be quoted. */

import { judgeAmount } from "../../domain/money/amount.ts";
import { exact } from "../../domain/money/money.ts";
import type { JourneyContext, Notice } from "../journey-context.ts";
import type { LoanRequest, RequestChange } from "../request-schema.ts";
import { allowedTerms, amountBounds } from "./limits.ts";

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
