/** A place in the journey made from what is on the books, for a conversation whose snapshot cannot be opened. */
import type { Assessment } from "../domain/eligibility/assessment.ts";
import { DEFAULT_DAYS_BEFORE } from "../domain/loan/due-status.ts";
import type { Loan } from "../domain/loan/loan-position.ts";
import type { Quote } from "../domain/pricing/quote.ts";
import { DEFAULT_PRODUCT_ID, findProduct } from "../domain/product/catalogue.ts";
import type { DeductionSource } from "../domain/repayment/deduction-sources.ts";
import { openLoans } from "./journey/loans.ts";
import type { JourneyState } from "./journey.ts";
import type { Arrangements, JourneyContext } from "./journey-context.ts";

/** What the tables know of a borrower. */
export interface KnownFacts {
  privacyAccepted: boolean;
  identity: JourneyContext["identity"];
  card: JourneyContext["card"];
  /** The last one of each product, the latest first. */
  assessments: readonly Assessment[];
  /** Paid out, oldest first. */
  loans: Loan[];
  /** Signed, with its money on the way. */
  beingPaidOut: Quote | null;
  processing: JourneyContext["processing"];
  /** Null: never chosen. */
  reminderDaysBefore: number | null;
  hour: number | null;
  stopped: boolean;
  promise: Arrangements["promise"];
  extension: Arrangements["extension"];
  deduction: DeductionSource | null;
  /** For a person, not answered yet. */
  requests: Arrangements["requests"];
}

/**
 * `begun`: the journey as it begins. Nothing under way but money: what was being filled in, and a quote not signed, are to be begun again. Where money is
 * on its way out the borrower waits for it as before; whoever owes something is among the reminders.
 */
export function rebuildJourney(begun: JourneyState, facts: KnownFacts): JourneyState {
  const context: JourneyContext = {
    ...begun.context,
    ...applicationsOf(facts),
    privacyAccepted: facts.privacyAccepted,
    identity: facts.identity,
    card: facts.card,
    loans: facts.loans,
    quote: facts.beingPaidOut,
    processing: facts.processing,
    reminderDaysBefore: facts.reminderDaysBefore ?? DEFAULT_DAYS_BEFORE,
    arrangements: arrangementsOf(facts),
  };
  return { value: placeOf(context, begun.value), context };
}

function placeOf(context: JourneyContext, beginning: JourneyState["value"]): JourneyState["value"] {
  if (!context.privacyAccepted) return beginning;
  if (context.quote) return { confirming: "payingOut" };
  const owing = openLoans(context).length > 0 || context.processing.length > 0;
  return owing ? { reminding: "watching" } : "idle";
}

/** An authorisation that was not followed by an assessment is asked for again; so is what rested on a cart. */
function applicationsOf({ assessments }: KnownFacts): Partial<JourneyContext> {
  const standing = assessments.filter(({ productId }) => findProduct(productId).rule !== "consumption-scene");
  const [latest, ...others] = standing;
  return {
    productId: latest?.productId ?? DEFAULT_PRODUCT_ID,
    creditAuthorised: latest !== undefined,
    assessment: latest ?? null,
    refusal: latest?.reasons ?? [],
    setAside: others.map((assessment) => ({
      ...{ productId: assessment.productId, creditAuthorised: true, assessment },
    })),
  };
}

const arrangementsOf = (facts: KnownFacts): Arrangements => ({
  hour: facts.hour,
  stopped: facts.stopped,
  promise: facts.promise,
  extension: facts.extension,
  deduction: facts.deduction,
  requests: facts.requests,
  snooze: null,
});
