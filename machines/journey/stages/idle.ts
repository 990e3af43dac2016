import { journeySetup } from "../setup.ts";

export const idle = journeySetup.createStateConfig({
  description: "Nothing is under way: the menu.",
  meta: { actsNext: "borrower" },
  on: {
    provide: [
      { guard: "isInArrears", actions: "tellArrears" },
      { guard: "changesRequest", target: "#journey.checkingEligibility", actions: "takeSlots" },
      { guard: "repeatsRequest", target: "#journey.checkingEligibility" },
      { actions: "refuseSlots" },
    ],
    start: { actions: { type: "tell", params: { kind: "hello" } } },
    greet: { actions: { type: "tell", params: { kind: "hello" } } },
    home: {},
    back: {},
    cancel: { actions: "forgetRequest" },
  },
});
