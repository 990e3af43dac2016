/** Contract, settlement certificate, statement: what is kept here, and where the papers come from. */

import type { LoanWithPosition } from "../../figures/open-ones.ts";
import { lines, type Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";
import { chosenProduct, lenderOf } from "../products/chosen-product.ts";

export function contract(scope: Scope): Answer {
  const { contract: texts } = scope.m.knowledge;
  const told = ({ loan, position }: LoanWithPosition): string =>
    position.settled ? texts.settled(loan) : texts.kept(loan);
  const loanPositions = scope.loanPositions();
  if (loanPositions.length === 0) return { text: lines(texts.none, texts.file(chosenProduct(scope))) };
  const lenders = [...new Set(loanPositions.map(({ loan }) => lenderOf(loan.productId, scope)))];
  return { text: lines(...loanPositions.map(told), ...lenders.map((lender) => texts.file({ lender }))) };
}
