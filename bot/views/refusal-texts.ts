/** Why a way ended, each reason as a sentence with what would help. */
import type { RefusalReason } from "../../domain/assessment.ts";
import { findProduct } from "../../domain/catalogue.ts";
import type { JourneyContext } from "../../machines/journey-context.ts";
import type { Messages } from "./locales/messages-in.ts";
import type { Scope } from "./stage-view.ts";

type StoredReason = JourneyContext["refusal"][number];

/** In the order in which the domain tells them. */
export function refusalTexts({ context, locale, m }: Scope): string[] {
  const reasons = context.refusal.length > 0 ? context.refusal : (context.assessment?.reasons ?? []);
  const product = findProduct(context.assessment?.productId ?? context.productId).name[locale];
  return reasons.map((reason) => (isKnown(reason, m) ? explain(reason, product, m) : m.unknownRefusal));
}

/** A reason's figures are written by the domain alone, so its code vouches for them. */
const isKnown = (reason: StoredReason, m: Messages): reason is StoredReason & RefusalReason =>
  Object.hasOwn(m.refusals, reason.code);

function explain<Code extends RefusalReason["code"]>(
  reason: Extract<RefusalReason, { code: Code }>,
  product: string,
  m: Messages,
): string {
  const sentence: Messages["refusals"][Code] = m.refusals[reason.code as Code];
  return sentence(reason, product);
}
