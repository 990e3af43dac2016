/** Phone, card, closing: what can be done here and who does the rest. */
import type { Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";
import { chosenProduct } from "../products/chosen-product.ts";
import { boundCard } from "./bound-card.ts";

export function account(scope: Scope): Answer {
  const { lender } = chosenProduct(scope);
  return { text: scope.m.knowledge.account({ lender, card: boundCard(scope) }) };
}
