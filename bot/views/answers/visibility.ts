/** "Why can't I see the entry?": of the one on screen, or of each. */
import { findProduct } from "../../../domain/catalogue.ts";
import { type Entry, entryList, findEntry } from "../../../domain/entries.ts";
import { explainVisibility, type KnownApplicant, type Visibility } from "../../../domain/entry-visibility.ts";
import { assessmentsOf } from "../../../machines/journey/applications.ts";
import type { JourneyContext } from "../../../machines/journey-context.ts";
import type { Choice } from "../../messages.ts";
import { choice, lines, type Scope } from "../stage-view.ts";
import type { Answer } from "./answer.ts";

const knownApplicant = (context: JourneyContext): KnownApplicant => ({
  ...(context.identity && { realNameVerified: true }),
  ...(context.card && { bankCardBound: true }),
  ...(context.refusal.some(({ code }) => code === "no-bank-card") && { bankCardBound: false }),
  assessments: assessmentsOf(context),
});

/** The entry that the question is about; undefined when it is about all of them. */
const entryAsked = ({ context, path }: Scope): Entry | undefined =>
  path === "locatingEntry.showing" ? findEntry(context.entry ?? "") : undefined;

export function visibility(scope: Scope): Answer {
  const known = knownApplicant(scope.context);
  const asked = entryAsked(scope);
  const entries = asked ? [asked] : entryList();
  return { text: lines(...entries.map((entry) => told(entry, explainVisibility(entry, known), scope))) };
}

/** The nearest entry that nothing known rules out. */
export function alternativeChoices(scope: Scope): Choice[] {
  const asked = entryAsked(scope);
  const way = asked && explainVisibility(asked, knownApplicant(scope.context)).alternative;
  const other = way && findEntry(way.entryId);
  return other ? [choice(other.name[scope.locale], { type: "entry.choose", entry: other.id })] : [];
}

function told(entry: Entry, seen: Visibility, scope: Scope): string {
  const { m, locale } = scope;
  const { visibility: texts } = m;
  const name = entry.name[locale];
  if (seen.visible === "yes") return texts.yes({ entry: name, product: productName(entry.product, scope) });
  const reasons = seen.reasons.map((reason) => reasonText(reason, scope));
  const way = seen.alternative;
  const other = way && findEntry(way.entryId);
  return lines(
    texts[seen.visible]({ entry: name, reasons }),
    entryAsked(scope) && way && other
      ? texts.alternative({ entry: other.name[locale], product: productName(way.productId, scope) })
      : undefined,
  );
}

function reasonText(reason: Visibility["reasons"][number], scope: Scope): string {
  const { visibility: texts } = scope.m;
  switch (reason.code) {
    case "no-real-name":
      return texts.noRealName;
    case "no-bank-card":
      return texts.noBankCard;
    case "refused":
      return texts.refused(productName(reason.productId, scope));
    case "rule-unknown":
      return texts.rule(reason.rule, productName(reason.productId, scope));
    case "shown-to-some":
      return texts.some(reason.share);
  }
}

const productName = (id: string, { locale }: Scope): string => findProduct(id).name[locale];
