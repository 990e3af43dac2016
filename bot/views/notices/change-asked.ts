/** Another amount or term is wished for before it is known what can be had. */
import { allowedTerms, amountBounds } from "../../../machines/journey/limits.ts";
import type { Choice } from "../../messages.ts";
import { inRows } from "../choices/common-choices.ts";
import { roundAmounts, termChoices } from "../choices/slot-choices.ts";
import type { Scope } from "../stage-view.ts";

export function changeAsked(
  slot: "amount" | "installments",
  scope: Scope,
): { text: string; choices: Choice[][] } {
  const { m, context } = scope;
  const { amount, installments } = context.request;
  const { changeAmount, changeTerm } = m.checkingEligibility;
  return slot === "amount"
    ? {
        text: changeAmount({ now: amount, ...amountBounds(context) }),
        choices: inRows(roundAmounts(scope), 3),
      }
    : {
        text: changeTerm({ now: installments, terms: allowedTerms(context) }),
        choices: inRows(termChoices(scope), 3),
      };
}
