/**
 * Steps that bind or ask a partner check before they act (`endsInArrears` as their first transition); everything else
 * ends as soon as the journey rests (`always`).
 */
export const endsInArrears = {
  guard: "isInArrears",
  target: "#journey.reminding.watching",
  actions: ["dropQuote", "forgetRequest", "tellArrears"],
  description:
    "Whoever is in arrears gets no new loan: the application ends at the calendar, where it can be paid.",
} as const;

export const notInArrears = { always: endsInArrears } as const;
