import { journeySetup } from "../setup.ts";

export const locatingEntry = journeySetup.createStateConfig({
  description: "Where the borrowing entries are, and how to reach each.",
  initial: "choosing",
  states: {
    choosing: {
      description: "The list of entries is on screen.",
      meta: { actsNext: "borrower" },
      on: { back: { target: "#journey.idle" } },
    },
    showing: {
      description: "One entry is on screen, with the way to it and the products behind it.",
      meta: { actsNext: "borrower" },
      on: {
        back: { target: "choosing" },
        borrow: [
          { guard: "isInArrears", actions: "tellArrears" },
          {
            guard: "entryLeadsToQuotable",
            target: "#journey.checkingEligibility",
            actions: ["chooseEntryProduct", "takeSlots"],
          },
        ],
      },
    },
  },
  on: {
    locate: { target: ".choosing" },
    "entry.choose": { target: ".showing", actions: "chooseEntry" },
  },
});
