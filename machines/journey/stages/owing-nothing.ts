/** Who owes nothing is told so, and loses no application by it. */
const told = { guard: "owesNothing", actions: { type: "tell", params: { kind: "nothing-owed" } } } as const;

export const keptByWhoOwesNothing = { repay: told, "repay.kind": told } as const;
