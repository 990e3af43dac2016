/** "Can I borrow, and why not?": the reasons with what helps, the limit granted, or what is looked at. */

import { borrowerAge } from "../../../../domain/eligibility/eligibility-checks.ts";
import { findProduct, loanBounds } from "../../../../domain/product/catalogue.ts";
import { freeLimit } from "../../../../machines/journey/limits.ts";
import { refusalTexts } from "../../notices/refusal-texts.ts";
import { lines, type Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";
import { chosenProduct } from "../products/chosen-product.ts";

export function eligibility(scope: Scope): Answer {
  const { m, context } = scope;
  const { eligibility: texts } = m.knowledge;
  const { assessment } = context;
  const named = chosenProduct(scope);
  const { reasons, tryAgain } = refusalTexts(scope);
  if (reasons.length > 0) return { text: lines(texts.refused(named), ...reasons, tryAgain) };
  const product = findProduct(context.productId);
  if (!assessment) {
    const rule = product.rule && m.products.rules[product.rule];
    return { text: texts.notYet({ ...named, rule, age: borrowerAge }) };
  }
  const free = freeLimit(context);
  const { minimum } = loanBounds(product);
  if (Number(free) < Number(minimum)) return { text: m.notices.limitUsed({ free, minimum }) };
  return { text: texts.approved({ ...named, limit: assessment.limit, free }) };
}
