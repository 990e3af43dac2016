/** Contract, settlement certificate, statement: what is kept here, and where the papers come from. */

import type { Standing } from "../../figures/standings.ts";
import { lines, type Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";
import { chosenProduct, lenderOf } from "../products/chosen-product.ts";

export function contract(scope: Scope): Answer {
  const { contract: texts } = scope.m.knowledge;
  const told = ({ loan, position }: Standing): string =>
    position.settled ? texts.settled(loan) : texts.kept(loan);
  const standings = scope.standings();
  if (standings.length === 0) return { text: lines(texts.none, texts.file(chosenProduct(scope))) };
  const lenders = [...new Set(standings.map(({ loan }) => lenderOf(loan.productId, scope)))];
  return { text: lines(...standings.map(told), ...lenders.map((lender) => texts.file({ lender }))) };
}
