/** Amounts and terms to press. */
import { exact } from "../../../domain/money/money.ts";
import { allowedTerms, amountBounds } from "../../../machines/journey/limits.ts";
import type { Choice } from "../../messages.ts";
import { choice, type Scope } from "../stage-view.ts";

/** A few round amounts below the most that may be borrowed. */
export function roundAmounts({ m, context }: Scope): Choice[] {
  const { minimum, maximum } = amountBounds(context);
  return ["500.00", "1000.00", "2000.00", "5000.00", "10000.00", "20000.00"]
    .filter((amount) => exact(amount).gte(minimum) && exact(amount).lt(maximum))
    .slice(-3)
    .map((amount) => choice(m.buttons.amount(amount), { type: "provide", amount }));
}

export const termChoices = ({ m, context }: Scope): Choice[] =>
  allowedTerms(context).map((installments) =>
    choice(m.buttons.term(installments), { type: "provide", installments }),
  );
