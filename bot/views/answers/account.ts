/** Phone, card, closing: what can be done here and who does the rest. */
import type { Scope } from "../stage-view.ts";
import type { Answer } from "./answer.ts";
import { boundCard } from "./bound-card.ts";
import { chosenProduct } from "./chosen-product.ts";

export function account(scope: Scope): Answer {
  const { lender } = chosenProduct(scope);
  return { text: scope.m.knowledge.account({ lender, card: boundCard(scope) }) };
}
