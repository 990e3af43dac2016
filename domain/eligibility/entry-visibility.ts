/** "Why can't I see it?": reasoned from what is known of the borrower, with the nearest entry that may do instead. */

import { findProduct, type ProductRule } from "../product/catalogue.ts";
import { type Entry, entryList } from "../product/entries.ts";
import type { Assessment, RefusalReason } from "./assessment.ts";

/** Only what is known: an absent field has not been found out yet. */
export interface KnownBorrower {
  realNameVerified?: boolean;
  bankCardBound?: boolean;
  /** The last assessment of each product. */
  assessments: readonly Assessment[];
}

type VisibilityReason =
  | { code: "no-real-name" }
  | { code: "no-bank-card" }
  /** The product's assessment was refused: its reasons, in order. */
  | { code: "refused"; productId: string; reasons: RefusalReason[] }
  /** The product has a rule and no assessment says yet whether the borrower meets it. */
  | { code: "rule-unknown"; productId: string; rule: ProductRule }
  /** Shown to a share of users at a time, a fraction. */
  | { code: "shown-to-some"; share: string };

export interface Visibility {
  entryId: string;
  /** "yes": the borrower is approved for what it leads to; "no": a reason stands against it. */
  visible: "yes" | "no" | "unknown";
  /** In the order in which they are told; empty when visible. */
  reasons: VisibilityReason[];
  /** The nearest entry that nothing known rules out; absent when there is none. */
  alternative?: { entryId: string; productId: string };
}

function assessmentOf(known: KnownBorrower, productId: string): Assessment | undefined {
  return known.assessments.find((assessment) => assessment.productId === productId);
}

function gateReasons(known: KnownBorrower): VisibilityReason[] {
  const reasons: VisibilityReason[] = [];
  if (known.realNameVerified === false) reasons.push({ code: "no-real-name" });
  if (known.bankCardBound === false) reasons.push({ code: "no-bank-card" });
  return reasons;
}

function productReasons(productId: string, known: KnownBorrower): VisibilityReason[] {
  const assessment = assessmentOf(known, productId);
  if (assessment) return [{ code: "refused", productId, reasons: assessment.reasons }];
  const { rule } = findProduct(productId);
  return rule ? [{ code: "rule-unknown", productId, rule }] : [];
}

function isRefused(productId: string, known: KnownBorrower): boolean {
  return assessmentOf(known, productId)?.outcome === "refused";
}

function alternativeTo(entry: Entry, known: KnownBorrower): Visibility["alternative"] {
  const share = (other: Entry) => Number(other.visibleShare ?? 0);
  const nearness = (other: Entry) => (other.product === entry.product ? 1 : 0) + share(other);
  const [nearest] = entryList()
    .filter((other) => other.id !== entry.id)
    .toSorted((a, b) => nearness(b) - nearness(a))
    .flatMap((other) => {
      const open = [other.product, ...other.otherProducts].find((id) => !isRefused(id, known));
      return open === undefined ? [] : [{ entryId: other.id, productId: open }];
    });
  return nearest;
}

/**
 * The reasons known for not seeing an entry: the gates first, then the product's assessment or, where there is none,
 * its rule, then that it is shown to a share of users only. The nearest alternative leads to the same product by
 * another way; else it is the one that most users see.
 */
export function explainVisibility(entry: Entry, known: KnownBorrower): Visibility {
  if (assessmentOf(known, entry.product)?.outcome === "approved") {
    return { entryId: entry.id, visible: "yes", reasons: [] };
  }
  const gates = gateReasons(known);
  const some: VisibilityReason[] = entry.visibleShare
    ? [{ code: "shown-to-some", share: entry.visibleShare }]
    : [];
  const against = gates.length > 0 || isRefused(entry.product, known);
  const alternative = gates.length > 0 ? undefined : alternativeTo(entry, known);
  return {
    entryId: entry.id,
    visible: against ? "no" : "unknown",
    reasons: [...gates, ...productReasons(entry.product, known), ...some],
    ...(alternative && { alternative }),
  };
}
