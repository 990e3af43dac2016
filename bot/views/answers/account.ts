/** Phone, card, closing: what can be done here and who does the rest. */
import type { Scope } from "../stage-view.ts";
import type { Answer } from "./answer.ts";
import { chosenProduct } from "./chosen-product.ts";

export function account(scope: Scope): Answer {
  const { m, context } = scope;
  const { lender } = chosenProduct(scope);
  const { card } = context;
  const bound = card && m.confirming.boundCard({ bank: m.words.bank(card.bank), tail: card.tail });
  return { text: m.knowledge.account({ lender, card: bound ?? undefined }) };
}
