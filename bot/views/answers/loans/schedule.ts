/** "When do I pay, and how much?": of the loans under way, else of the quote, else the terms on offer. */
import { allowedTerms } from "../../../../machines/journey/limits.ts";
import { calendarCard } from "../../cards/calendar-card.ts";
import { amountsDueText } from "../../figures/amounts-due.ts";
import { lines, type Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";
import { chosenProduct } from "../products/chosen-product.ts";

export function schedule(scope: Scope): Answer {
  const owed = amountsDueText(scope);
  return {
    text: lines(owed, scope.context.quote || !owed ? ofThePlan(scope) : undefined),
    card: calendarCard(scope),
  };
}

function ofThePlan(scope: Scope): string {
  const { schedule: texts } = scope.m.knowledge;
  const { quote } = scope.context;
  const [first] = quote?.schedule ?? [];
  if (quote && first) return texts.quoted({ ...quote, ...first, months: quote.installments });
  return texts.terms({ ...chosenProduct(scope), terms: allowedTerms(scope.context) });
}
