/**
 * Spread into every state in which money is on its way. What a borrower does there is answered and moves nothing; what
 * would end an application, or remind of it, waits until the partner has answered.
 */
export const whileMoneyMoves = {
  tags: "moneyMoves",
  on: {
    "quote.expired": {},
    "idle.nudge": {},
    "*": {
      guard: "wouldLeadElsewhere",
      actions: { type: "tell", params: { kind: "cannot-cancel" } },
      description: "Nothing is begun, changed or taken back while money is on its way.",
    },
  },
} as const;
