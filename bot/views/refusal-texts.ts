/** Why a way ended, each reason with what would help, and when to try again. */
import type { RefusalReason } from "../../domain/assessment.ts";
import { findProduct } from "../../domain/catalogue.ts";
import { addDays, shanghaiDate } from "../../domain/dates.ts";
import { adviseOnRefusal, type RefusalAdvice } from "../../domain/refusal-help.ts";
import { lacksCard } from "../../machines/journey/applications.ts";
import type { Messages } from "./locales/messages-in.ts";
import type { Scope } from "./stage-view.ts";

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

export function refusalTexts({ context, locale, m }: Scope): RefusalTexts {
  const { refusal, assessment, at } = context;
  const reasons = refusal.length > 0 ? refusal : (assessment?.reasons ?? []);
  const product = findProduct(context.productId).name[locale];
  const [known, unknown] = [
    reasons.filter((one) => isKnown(one, m)),
    reasons.some((one) => !isKnown(one, m)),
  ];
  const advice = adviseOnRefusal({
    reasons: known,
    decidedOn: assessment?.decidedOn ?? shanghaiDate(at),
    tier: assessment?.tier ?? "regular",
  });
  return {
    reasons: [
      ...advice.reasons.map(({ reason, help }) => sentences(locale, why(reason, product, m), helps(help, m))),
      ...(unknown ? [m.unknownRefusal] : []),
    ],
    maySoonTry: known.length === 0 || advice.tryAgainFrom <= addDays(shanghaiDate(at), 1),
    tryAgain: lacksCard(context)
      ? m.refusalAdvice.onceCardIsBound
      : known.length > 0
        ? m.refusalAdvice.tryAgainFrom(advice.tryAgainFrom)
        : undefined,
    otherProducts: advice.reasons.flatMap(({ help }) => ("productIds" in help ? help.productIds : [])),
  };
}

/** A reason stored by a later version has no sentence here. */
const isKnown = ({ code }: RefusalReason, m: Messages): boolean => Object.hasOwn(m.refusals, code);

const sentences = (locale: Scope["locale"], ...parts: string[]): string =>
  parts.join(locale === "en" ? " " : "");

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
