/** Why a way ended, each reason as a sentence with what would help. */
import type { RefusalReason } from "../../domain/assessment.ts";
import { findProduct } from "../../domain/catalogue.ts";
import type { Messages } from "./locales/messages-in.ts";
import type { Scope } from "./stage-view.ts";

/** In the order in which the domain tells them. */
export function refusalTexts({ context, locale, m }: Scope): string[] {
  const reasons = context.refusal.length > 0 ? context.refusal : (context.assessment?.reasons ?? []);
  const product = findProduct(context.assessment?.productId ?? context.productId).name[locale];
  return reasons.map((reason) => explain(reason, product, m));
}

/** A reason stored by a later version has no sentence here. */
function explain<Code extends RefusalReason["code"]>(
  reason: Extract<RefusalReason, { code: Code }>,
  product: string,
  m: Messages,
): string {
  if (!Object.hasOwn(m.refusals, reason.code)) return m.unknownRefusal;
  const sentence: Messages["refusals"][Code] = m.refusals[reason.code as Code];
  return sentence(reason, product);
}
