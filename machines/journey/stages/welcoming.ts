import { journeySetup } from "../setup.ts";

/** Language and privacy consent come first; what the person already asked for is kept in mind. */
export const welcoming = journeySetup.createStateConfig({
  initial: "routing",
  states: {
    routing: { always: [{ guard: "knowsLocale", target: "reviewingPrivacy" }, { target: "askingLanguage" }] },
    askingLanguage: {
      on: { "language.set": { target: "reviewingPrivacy", actions: "setLocale" } },
    },
    reviewingPrivacy: {
      on: {
        "privacy.decline": {
          target: "declined",
          actions: { type: "tell", params: { kind: "privacy-declined" } },
        },
        back: { target: "askingLanguage" },
      },
    },
    declined: {
      on: { back: { target: "reviewingPrivacy" }, retry: { target: "reviewingPrivacy" } },
    },
  },
  on: {
    "privacy.accept": [
      { guard: "wishesToBorrow", target: "#journey.checkingEligibility", actions: "acceptPrivacy" },
      { guard: "wishesToLocate", target: "#journey.locatingEntry", actions: "acceptPrivacy" },
      { target: "#journey.idle", actions: "acceptPrivacy" },
    ],
    borrow: { actions: ["rememberWish", "takeSlots", { type: "tell", params: { kind: "consent-first" } }] },
    provide: { actions: ["rememberWish", "takeSlots", { type: "tell", params: { kind: "consent-first" } }] },
    "persona.choose": { guard: "inSandbox", actions: "choosePersona" },
    start: { actions: { type: "tell", params: { kind: "hello" } } },
    greet: { actions: { type: "tell", params: { kind: "hello" } } },
    locate: { actions: ["rememberWish", { type: "tell", params: { kind: "consent-first" } }] },
    "product.choose": [
      {
        guard: "choosesQuotable",
        actions: ["rememberWish", "chooseProduct", { type: "tell", params: { kind: "consent-first" } }],
      },
      { guard: "namesProduct", actions: "explainProduct" },
    ],
    buy: [
      {
        guard: "purchaseIsFinanced",
        actions: ["rememberWish", "beginPurchase", { type: "tell", params: { kind: "consent-first" } }],
      },
      { actions: "refusePurchase" },
    ],
    "repay.kind": { actions: { type: "tell", params: { kind: "consent-first" } } },
    "entry.choose": { actions: { type: "tell", params: { kind: "consent-first" } } },
    repay: { actions: { type: "tell", params: { kind: "consent-first" } } },
    "loans.show": { actions: { type: "tell", params: { kind: "consent-first" } } },
    "reminder.choose": { actions: { type: "tell", params: { kind: "consent-first" } } },
    "reminder.set": { actions: { type: "tell", params: { kind: "consent-first" } } },
    "reminder.hour.choose": { actions: { type: "tell", params: { kind: "consent-first" } } },
    "reminder.hour": { actions: { type: "tell", params: { kind: "consent-first" } } },
    cancel: {
      target: ".declined",
      actions: ["forgetRequest", { type: "tell", params: { kind: "privacy-declined" } }],
    },
    home: { actions: { type: "tell", params: { kind: "consent-first" } } },
  },
});
