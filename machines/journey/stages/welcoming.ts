import { journeySetup } from "../setup.ts";

export const welcoming = journeySetup.createStateConfig({
  description: "Language and privacy consent come first; what the person already asked for is kept in mind.",
  initial: "routing",
  states: {
    routing: {
      description: "Whoever has a language goes on to the privacy note.",
      meta: { actsNext: "machine" },
      always: [{ guard: "knowsLocale", target: "reviewingPrivacy" }, { target: "askingLanguage" }],
    },
    askingLanguage: {
      description: "The person is to choose Chinese or English.",
      meta: { actsNext: "borrower" },
      on: { "language.set": { target: "reviewingPrivacy", actions: "setLocale" } },
    },
    reviewingPrivacy: {
      description: "The privacy note is on screen; nothing of the person is used before it is agreed to.",
      meta: { actsNext: "borrower" },
      on: {
        "privacy.decline": {
          target: "declined",
          actions: { type: "tell", params: { kind: "privacy-declined" } },
        },
        back: { target: "askingLanguage" },
      },
    },
    declined: {
      description: "The privacy note was declined; the person may still change their mind.",
      meta: { actsNext: "borrower" },
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
