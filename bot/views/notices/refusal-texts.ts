/** Why a way ended, each reason with what would help, and when to try again. */

import { addDays, shanghaiDate } from "../../../domain/calendar/dates.ts";
import type { RefusalReason } from "../../../domain/eligibility/assessment.ts";
import { adviseOnRefusal, helpFor, type RefusalAdvice } from "../../../domain/eligibility/refusal-help.ts";
import { nameIn } from "../../../domain/language/local-name.ts";
import { findProduct } from "../../../domain/product/catalogue.ts";
import { lacksCard } from "../../../machines/journey/applications.ts";
import type { Messages } from "../../locales/messages.ts";
import type { Scope } from "../stage-view.ts";

type Help = RefusalAdvice["reasons"][number]["help"];

export interface RefusalTexts {
  /** In the order in which the domain tells them. */
  reasons: string[];
  tryAgain: string | undefined;
  /** False while another assessment could only come to the same, and leave one more query on record. */
  maySoonTry: boolean;
  /** Products that are open to those whom this one is not. */
  otherProducts: string[];
}

export function refusalTexts(scope: Scope): RefusalTexts {
  const { context, m } = scope;
  const { refusal, assessment, at } = context;
  const reasons = refusal.length > 0 ? refusal : (assessment?.reasons ?? []);
  const known = reasons.filter((one) => isKnown(one, m));
  const advice = adviseOnRefusal({
    reasons: known,
    decidedOn: assessment?.decidedOn ?? shanghaiDate(at),
    tier: assessment?.tier ?? "regular",
  });
  return {
    reasons: reasonTexts(reasons, context.productId, scope),
    maySoonTry: known.length === 0 || advice.tryAgainFrom <= addDays(shanghaiDate(at), 1),
    tryAgain: lacksCard(context)
      ? m.refusalAdvice.onceCardIsBound
      : known.length > 0
        ? m.refusalAdvice.tryAgainFrom(advice.tryAgainFrom)
        : undefined,
    otherProducts: advice.reasons.flatMap(({ help }) => ("productIds" in help ? help.productIds : [])),
  };
}

/** Why a product's assessment was not passed, each reason with what would help. */
export function reasonTexts(
  reasons: readonly RefusalReason[],
  productId: string,
  { locale, m }: Scope,
): string[] {
  const product = nameIn(findProduct(productId).name, locale);
  const known = reasons.filter((one) => isKnown(one, m));
  return [
    ...known.map((reason) => sentences(m, why(reason, product, m), helps(helpFor(reason), m))),
    ...(known.length < reasons.length ? [m.unknownRefusal] : []),
  ];
}

/** A reason stored by a later version has no sentence here. */
const isKnown = ({ code }: RefusalReason, m: Messages): boolean => Object.hasOwn(m.refusals, code);

const sentences = (m: Messages, ...parts: string[]): string => parts.join(m.betweenSentences);

function why<Code extends RefusalReason["code"]>(
  reason: Extract<RefusalReason, { code: Code }>,
  product: string,
  m: Messages,
): string {
  const sentence: Messages["refusals"][Code] = m.refusals[reason.code as Code];
  return sentence(reason, product);
}

function helps<Name extends Help["help"]>(help: Extract<Help, { help: Name }>, m: Messages): string {
  const sentence: Messages["refusalHelp"][Name] = m.refusalHelp[help.help as Name];
  return sentence(help);
}
