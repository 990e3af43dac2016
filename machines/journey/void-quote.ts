import type { Outcome, Scope } from "./actions/plan.ts";

/** The quote on screen, if there is one, can no longer be agreed to. */
export function voidQuote(
  { context: { quote } }: Scope,
  reason: "corrected" | "expired" | "cancelled",
): Outcome {
  if (!quote) return {};
  return {
    assign: { quote: null },
    effects: [
      { fact: "quote.voided", quoteId: quote.id, reason },
      { deadline: "clear", key: `quote:${quote.id}` },
    ],
  };
}
