/** "How far is my loan?": where the application stands, the latest payout, and repayments on their way. */
import { lines, type Scope } from "../../stage-view.ts";
import type { Answer } from "../answer.ts";
import { chosenProduct } from "../products/chosen-product.ts";

export function loanStatus(scope: Scope): Answer {
  const { m, context } = scope;
  const { paidOut } = m.knowledge.loanStatus;
  const latest = context.loans.at(-1);
  return {
    text: lines(
      applicationText(scope),
      latest && paidOut({ ...latest, on: latest.disbursedOn }),
      ...context.processing.map((one) => m.amountsDue.processing(one)),
    ),
  };
}

/** Nothing of an application that has become a loan. */
function applicationText(scope: Scope): string | undefined {
  const { m, context, path } = scope;
  const { loanStatus: texts } = m.knowledge;
  const { quote, assessment, refusal, loans } = context;
  const named = chosenProduct(scope);
  if (path === "confirming.payingOut")
    return quote ? m.confirming.payingOut({ amount: quote.principal }) : m.confirming.payingOutUnknown;
  if (path === "confirming.payoutFailed") return m.confirming.payoutFailed;
  if (quote) return texts.unsigned({ amount: quote.principal });
  if (refusal.length > 0 || assessment?.outcome === "refused") return texts.refused(named);
  if (path.startsWith("checkingEligibility.")) return texts.started(named);
  if (loans.length > 0 && !path.startsWith("quoting.")) return undefined;
  return assessment ? texts.approved(named) : texts.none;
}
