/** One application a product: assessment and authorisation belong to the product they were made for. */

import { shanghaiDate } from "../../domain/calendar/dates.ts";
import type { Assessment } from "../../domain/eligibility/assessment.ts";
import { tryAgainFrom } from "../../domain/eligibility/refusal-help.ts";
import { exact } from "../../domain/money/money.ts";
import { DEFAULT_PRODUCT_ID, findProduct, loanBounds } from "../../domain/product/catalogue.ts";
import type { JourneyContext } from "../journey-context.ts";
import type { LoanRequest } from "../request-schema.ts";

type Application = NonNullable<JourneyContext["setAside"]>[number];

/** The last assessment of each product, the chosen one's first. */
export function assessmentsOf({ assessment, setAside = [] }: JourneyContext): Assessment[] {
  return [assessment, ...setAside.map((one) => one.assessment)].filter((one) => one !== null);
}

/** An approval that still holds; of the product chosen also one that has run out, until it is made anew. */
export function limitsGranted(context: JourneyContext): Assessment[] {
  const today = shanghaiDate(context.at);
  return assessmentsOf(context).filter(
    ({ outcome, productId, validUntil }) =>
      outcome === "approved" && (productId === context.productId || validUntil >= today),
  );
}

/** Refused, and the day that was told for another try has not come; a purchase begun since makes it another case. */
export function refusalStands({ assessment, purchase, at }: JourneyContext): boolean {
  if (assessment?.outcome !== "refused") return false;
  if (purchase && assessment.reasons.some(({ code }) => code === "no-consumption-scene")) return false;
  return shanghaiDate(at) < tryAgainFrom(assessment);
}

/** Ended for want of a bank card, before any assessment: no day is to be waited for. */
export const lacksCard = ({ card, assessment, refusal }: JourneyContext): boolean =>
  card === null && assessment === null && refusal.some(({ code }) => code === "no-bank-card");

/** Sets the chosen product's application aside and takes up another's. */
export function takeUpProduct(context: JourneyContext, productId: string): Partial<JourneyContext> {
  const { setAside = [], creditAuthorised, assessment } = context;
  if (productId === context.productId) return {};
  const known = setAside.find((one) => one.productId === productId);
  return {
    productId,
    creditAuthorised: known?.creditAuthorised ?? false,
    assessment: known?.assessment ?? null,
    refusal: [],
    setAside: [
      ...setAside.filter((one) => one !== known),
      { productId: context.productId, creditAuthorised, assessment },
    ],
  };
}

/** Keeps an assessment where it belongs, also when its product is no longer the one chosen. */
export function keepAssessment(context: JourneyContext, assessment: Assessment): Partial<JourneyContext> {
  const { productId } = assessment;
  if (productId === context.productId) return { assessment, refusal: assessment.reasons };
  const { setAside = [] } = context;
  const known: Application = setAside.find((one) => one.productId === productId) ?? {
    productId,
    creditAuthorised: true,
    assessment: null,
  };
  return { setAside: [...setAside.filter((one) => one !== known), { ...known, assessment }] };
}

/** Once its cart is paid or given up, an approval that rests on it holds no longer; the next loan is an ordinary one. */
export function endPurchase(context: JourneyContext): Partial<JourneyContext> {
  if (!context.purchase) return {};
  const restsOnIt = findProduct(context.productId).rule === "consumption-scene";
  const ended = { ...context, ...(restsOnIt && { assessment: null, creditAuthorised: false }) };
  return { purchase: undefined, ...takeUpProduct(ended, DEFAULT_PRODUCT_ID) };
}

/** What was asked for, less what the product does not offer. */
export function requestFor(
  productId: string,
  request: LoanRequest,
): { request: LoanRequest; dropped: ("amount" | "installments")[] } {
  const product = findProduct(productId);
  const { amount, installments, ...rest } = request;
  const { minimum, maximum } = loanBounds(product);
  const amountFits = amount === undefined || (exact(amount).gte(minimum) && exact(amount).lte(maximum));
  const termFits = installments === undefined || product.terms?.includes(installments) === true;
  return {
    request: {
      ...rest,
      ...(amountFits && amount !== undefined && { amount }),
      ...(termFits && installments !== undefined && { installments }),
    },
    dropped: [...(amountFits ? [] : ["amount" as const]), ...(termFits ? [] : ["installments" as const])],
  };
}
