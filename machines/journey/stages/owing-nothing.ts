const told = {
  guard: "owesNothing",
  actions: { type: "tell", params: { kind: "nothing-owed" } },
  description: "Who owes nothing is told so, and loses no application by it.",
} as const;

export const keptByWhoOwesNothing = { repay: told, "repay.kind": told } as const;
