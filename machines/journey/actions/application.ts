import { exact } from "../../../domain/money/money.ts";
import type { Notice } from "../../journey-context.ts";
import type { LoanRequest } from "../../request-schema.ts";
import { endPurchase, keepAssessment } from "../applications.ts";
import { freeLimit } from "../limits.ts";
import { quoteFor } from "../offers.ts";
import { judgeSlots, type SlotsSaid } from "../request.ts";
import { voidQuote } from "../void-quote.ts";
import { eventOf, type Outcome, type Scope } from "./plan.ts";

const slotsOf = (scope: Scope): SlotsSaid => {
  const event = eventOf(scope, "borrow", "provide");
  const { amount, installments, method, purpose } = event;
  return {
    ...(event.type === "provide" && event.downPayment !== undefined && { downPayment: event.downPayment }),
    ...(amount !== undefined && { amount }),
    ...(installments !== undefined && { installments }),
    ...(method !== undefined && { method }),
    ...(purpose !== undefined && { purpose }),
  };
};

/** Good slots are kept, bad ones explained; a slot that had another value counts as a correction. */
export function takeSlots(scope: Scope): Outcome {
  const { request, changes, refusals } = judgeSlots(scope.context, slotsOf(scope));
  const quoteVoided = scope.context.quote !== null;
  const corrected =
    changes.length > 0 ? [{ kind: "corrected" as const, changes, ...(quoteVoided && { quoteVoided }) }] : [];
  return { assign: { request }, notices: [...corrected, ...downPaymentOf(scope, request), ...refusals] };
}

/** What the shopper pays and what the loan does, where they said so. */
function downPaymentOf(scope: Scope, { amount: financed }: LoanRequest): Notice[] {
  const { purchase } = scope.context;
  const { downPayment } = slotsOf(scope);
  if (!purchase || financed === undefined || !Number(downPayment)) return [];
  const amount = exact(purchase.amount).minus(financed).toFixed(2);
  if (!exact(amount).equals(downPayment ?? 0)) return [];
  return [{ kind: "down-payment", merchantId: purchase.merchantId, amount, financed }];
}

/** Nothing in the message could be taken: the request stays as it was. */
export const refuseSlots = (scope: Scope): Outcome => ({
  notices: judgeSlots(scope.context, slotsOf(scope)).refusals,
});

/** A correction after the quote: the quote is void, what changed is said, a new one follows. */
export function correctRequest(scope: Scope): Outcome {
  const taken = takeSlots(scope);
  const voided = voidQuote(scope, "corrected");
  return { ...taken, assign: { ...taken.assign, ...voided.assign }, effects: voided.effects ?? [] };
}

/** An amount named before the limit was known, and above it. */
export function dropOversizedAmount(scope: Scope): Outcome {
  const { amount, ...rest } = scope.context.request;
  if (amount === undefined) return {};
  return { assign: { request: rest }, notices: judgeSlots(scope.context, { amount }).refusals };
}

export const forgetRequest = ({ context }: Scope): Outcome => ({
  assign: { wish: undefined, request: {}, entry: null, repayment: null, ...endPurchase(context) },
});

export const verifyName = ({ event }: Scope): Outcome => ({
  effects: [{ command: "verifyName", key: `verify-name:${event.turnId}` }],
});

export function recordIdentity(scope: Scope): Outcome {
  const { maskedName, age } = eventOf(scope, "identity.verified");
  return {
    assign: { identity: { maskedName, age } },
    notices: [{ kind: "identity-verified", maskedName }],
    effects: [{ fact: "identity.recorded", maskedName, age }],
  };
}

export const tellIdentityRefused = (scope: Scope): Outcome => ({
  notices: [{ kind: "identity-refused", reason: eventOf(scope, "identity.refused").reason }],
});

export const findCard = ({ event }: Scope): Outcome => ({
  effects: [{ command: "findCard", key: `find-card:${event.turnId}` }],
});

export function recordCard(scope: Scope): Outcome {
  const { bank, tail } = eventOf(scope, "card.found");
  return {
    assign: { card: { bank, tail } },
    notices: [{ kind: "card-found", bank, tail }],
    effects: [{ fact: "card.recorded", bank, tail }],
  };
}

export const refuseForCard = (): Outcome => ({ assign: { refusal: [{ code: "no-bank-card" }] } });

export const authoriseCredit = ({ context }: Scope): Outcome => ({
  assign: { creditAuthorised: true },
  effects: [{ fact: "consent.given", kind: "credit", subject: context.productId }],
});

export const assess = ({ context, event }: Scope): Outcome => ({
  effects: [
    {
      command: "assess",
      key: `assess:${event.turnId}`,
      productId: context.productId,
      ...(context.purchase && { purchase: true }),
    },
  ],
});

export function recordAssessment({ context, event }: Scope): Outcome {
  const { assessment, means } = eventOf({ context, event }, "assessment.completed");
  const told = assessment.outcome === "approved" && assessment.productId === context.productId;
  return {
    assign: { ...keepAssessment(context, assessment), ...(means && { means }) },
    notices: told ? [{ kind: "approved" }] : [],
    effects: [{ fact: "assessment.made", assessment }],
  };
}

export function issueQuote({ context, event }: Scope): Outcome {
  const quote = quoteFor(context, event);
  return {
    assign: { quote },
    effects: [
      { fact: "quote.issued", quote },
      {
        deadline: "set",
        key: `quote:${quote.id}`,
        at: quote.expiresAt,
        event: { type: "quote.expired", quoteId: quote.id },
      },
    ],
  };
}

/** Once: an amount named may have been answered with it already. */
export const tellLimitUsed = ({ context }: Scope): Outcome => ({
  notices: context.notices.some(({ kind }) => kind === "limit-used")
    ? []
    : [{ kind: "limit-used", free: freeLimit(context) }],
});

/** What was just told of an application that ends here. */
const ofApplications: ReadonlySet<Notice["kind"]> = new Set([
  ...(["approved", "corrected", "amount-refused", "term-refused", "limit-used", "change-asked"] as const),
  ...(["quote-renewed", "quote-expired", "quote-left", "product-changed", "purchase-begun"] as const),
  ...(["face-matched", "privacy-accepted", "payout-refused", "arrears"] as const),
]);

/** Why there is no new loan; of the application nothing else is to be said. */
export const tellArrears = ({ context }: Scope): Outcome => ({
  assign: { notices: context.notices.filter(({ kind }) => !ofApplications.has(kind)) },
  notices: [{ kind: "arrears" }],
});

export function tellAboveCap({ context, event }: Scope): Outcome {
  return { notices: [{ kind: "above-cap", apr: quoteFor(context, event).apr.simple }] };
}

export const dropQuote = (scope: Scope): Outcome => voidQuote(scope, "cancelled");

/** For something else: what was filled in is remembered. */
export function leaveQuote(scope: Scope): Outcome {
  if (!scope.context.quote) return {};
  return { ...voidQuote(scope, "cancelled"), notices: [{ kind: "quote-left" }] };
}

export const expireQuote = (scope: Scope): Outcome => ({
  ...voidQuote(scope, "expired"),
  notices: [{ kind: "quote-expired" }],
});
