/** "What is my limit?": what was granted, what is owed elsewhere and here, and what is left, line by line. */

import type { Assessment } from "../../../../domain/eligibility/assessment.ts";
import { nameIn } from "../../../../domain/language/local-name.ts";
import { findProduct } from "../../../../domain/product/catalogue.ts";
import { limitsGranted } from "../../../../machines/journey/applications.ts";
import { sharedLimits } from "../../../../machines/journey/limits.ts";
import type { Card } from "../../../messages.ts";
import { inArrears } from "../../figures/arrears.ts";
import { yuan } from "../../figures/figures.ts";
import { ownFigures } from "../../figures/own-figures.ts";
import type { Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";

export const limit = (scope: Scope): Answer => ({
  text: scope.m.answers.limit(ownFigures(scope)),
  card: limitCard(scope),
});

function limitCard({ m, context, locale }: Scope): Card | undefined {
  const { limit: card } = m.scoring;
  const granted = limitsGranted(context);
  if (granted.length === 0) return undefined;
  const shared = sharedLimits(context);
  const name = (productId: string): string => nameIn(findProduct(productId).name, locale);
  return {
    title: card.title,
    facts: [],
    columns: [card.item, card.amount],
    rows: [
      ...granted.flatMap((assessment) => grantRows(assessment, name(assessment.productId), m)),
      [card.overall, yuan(shared.overall)],
      [card.used, `${Number(shared.used) > 0 ? "-" : ""}${yuan(shared.used)}`],
      ...(inArrears(context) ? [] : shared.available).map(({ productId, amount }) => [
        card.available(name(productId)),
        yuan(amount),
      ]),
    ],
    footnote: card.footnote,
  };
}

/** The deduction only where there is one; a stored assessment of earlier days has no account of it. */
function grantRows({ limit: own, sharing }: Assessment, product: string, m: Scope["m"]): string[][] {
  const { limit: card } = m.scoring;
  if (!sharing || Number(sharing.usedElsewhere) === 0) return [[card.own(product), yuan(own)]];
  return [
    [card.granted(product), yuan(sharing.granted)],
    [card.elsewhere, `-${yuan(sharing.usedElsewhere)}`],
    [card.own(product), yuan(own)],
  ];
}
