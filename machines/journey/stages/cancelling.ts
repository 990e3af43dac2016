/** Whatever is under way is given up; told by what it was. */
export const cancelling = <const Of extends "application" | "repayment">(of?: Of) =>
  ({
    target: "#journey.idle",
    actions: [
      "dropQuote",
      "forgetRequest",
      { type: "tell", params: { kind: "cancelled", ...(of && { of }) } },
    ],
  }) as const;
