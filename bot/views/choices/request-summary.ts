/** What the borrower has asked for so far, in one phrase: "¥20,000.00 over 10 months". */
import { yuan } from "../figures/figures.ts";
import type { Scope } from "../stage-view.ts";

export function requestSummary({ context, m }: Scope): string {
  const { amount, installments, method, purpose } = context.request;
  return m.words.requestSummary({
    amount: amount && yuan(amount),
    term: installments ? m.words.months(installments) : undefined,
    method: method && m.words.methods[method],
    purpose: purpose && m.words.purposes[purpose],
  });
}

/** The same as a line above what is asked next, so that nothing is held that was not shown; absent for no summary. */
export function notedRequest(scope: Scope): string | undefined {
  const summary = requestSummary(scope);
  return summary === "" ? undefined : scope.m.checkingEligibility.wanted({ summary });
}
