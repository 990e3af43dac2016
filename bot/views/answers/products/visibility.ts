/** "Why can't I see the entry?": of the one on screen, or of each. */

import {
  explainVisibility,
  type KnownBorrower,
  type Visibility,
} from "../../../../domain/eligibility/entry-visibility.ts";
import { nameIn } from "../../../../domain/language/local-name.ts";
import { findProduct } from "../../../../domain/product/catalogue.ts";
import { type Entry, entryList, findEntry } from "../../../../domain/product/entries.ts";
import { assessmentsOf } from "../../../../machines/journey/applications.ts";
import type { JourneyContext } from "../../../../machines/journey-context.ts";
import type { Choice } from "../../../messages.ts";
import { reasonTexts } from "../../notices/refusal-texts.ts";
import { choice, lines, type Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";

const knownBorrower = (context: JourneyContext): KnownBorrower => ({
  ...(context.identity && { realNameVerified: true }),
  ...(context.card && { bankCardBound: true }),
  ...(context.refusal.some(({ code }) => code === "no-bank-card") && { bankCardBound: false }),
  assessments: assessmentsOf(context),
});

/** The entry that the question is about; undefined when it is about all of them. */
const entryAsked = ({ context, path }: Scope): Entry | undefined =>
  path === "locatingEntry.showing" ? findEntry(context.entry ?? "") : undefined;

export function visibility(scope: Scope): Answer {
  const known = knownBorrower(scope.context);
  const asked = entryAsked(scope);
  const entries = asked ? [asked] : entryList();
  const seen = entries.map((entry) => explainVisibility(entry, known));
  return {
    text: lines(
      ...seen.map((one) => told(one, scope)),
      ...refusedBecause(seen, scope),
      wayRound(seen, scope),
    ),
  };
}

/** The reasons that entries point to, once a product. */
function refusedBecause(seen: readonly Visibility[], scope: Scope): string[] {
  const refused = seen
    .flatMap(({ reasons }) => reasons)
    .flatMap((one) => (one.code === "refused" ? [[one.productId, one.reasons] as const] : []));
  return [...new Map(refused)].flatMap(([productId, reasons]) =>
    reasonTexts(reasons, productId, scope).map((reason) => `· ${reason}`),
  );
}

/** Of the first entry that is closed, or of the one asked about. */
function wayRound(seen: readonly Visibility[], scope: Scope): string | undefined {
  const closed = seen.find(({ visible }) => visible === "no" || seen.length === 1);
  const way = closed?.alternative;
  const other = way && findEntry(way.entryId);
  if (!way || !other) return undefined;
  return scope.m.visibility.alternative({
    entry: nameIn(other.name, scope.locale),
    product: productName(way.productId, scope),
  });
}

/** The nearest entry that nothing known rules out. */
export function alternativeChoices(scope: Scope): Choice[] {
  const asked = entryAsked(scope);
  const way = asked && explainVisibility(asked, knownBorrower(scope.context)).alternative;
  const other = way && findEntry(way.entryId);
  return other ? [choice(nameIn(other.name, scope.locale), { type: "entry.choose", entry: other.id })] : [];
}

function told(seen: Visibility, scope: Scope): string {
  const { m, locale } = scope;
  const { visibility: texts } = m;
  const entry = findEntry(seen.entryId);
  const name = nameIn(entry?.name, locale) ?? "";
  if (seen.visible === "yes")
    return texts.yes({ entry: name, product: productName(entry?.product ?? "", scope) });
  const reasons = seen.reasons.map((reason) => reasonText(reason, scope));
  return texts[seen.visible]({ entry: name, reasons });
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

const productName = (id: string, { locale }: Scope): string => nameIn(findProduct(id).name, locale);
