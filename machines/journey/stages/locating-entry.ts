import { journeySetup } from "../setup.ts";

/** Where the borrowing entries are, and how to reach each. */
export const locatingEntry = journeySetup.createStateConfig({
  initial: "choosing",
  states: {
    choosing: { on: { back: { target: "#journey.idle" } } },
    showing: {
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
