export const cancelling = <const Of extends "application" | "repayment">(of?: Of) =>
  ({
    target: "#journey.idle",
    description: "Whatever is under way is given up, and told by what it was.",
    actions: [
      "dropQuote",
      "forgetRequest",
      { type: "tell", params: { kind: "cancelled", ...(of && { of }) } },
    ],
  }) as const;

/** From where an application has come to its end. */
export const endsApplication = {
  target: "#journey.idle",
  actions: "forgetRequest",
  description: "What was asked for came to nothing: it does not come back with the next request.",
} as const;
