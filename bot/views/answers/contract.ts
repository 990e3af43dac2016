/** Contract, settlement certificate, statement: what is kept here, and where the papers come from. */
import { lines, type Scope } from "../stage-view.ts";
import type { Standing } from "../standings.ts";
import type { Answer } from "./answer.ts";
import { chosenProduct } from "./chosen-product.ts";

export function contract(scope: Scope): Answer {
  const { contract: texts } = scope.m.knowledge;
  const told = ({ loan, position }: Standing): string =>
    position.settled ? texts.settled(loan) : texts.kept(loan);
  const kept = scope.standings().map(told);
  return { text: lines(...(kept.length > 0 ? kept : [texts.none]), texts.file(chosenProduct(scope))) };
}
