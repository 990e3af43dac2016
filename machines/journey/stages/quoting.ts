import { journeySetup } from "../setup.ts";
import { endsInArrears, notInArrears } from "./arrears.ts";
import { cancelling } from "./cancelling.ts";
import { keptByWhoOwesNothing } from "./owing-nothing.ts";

export const quoting = journeySetup.createStateConfig({
  description: "Amount, term, method, purpose, each asked only while unknown; then the quote.",
  ...notInArrears,
  initial: "routing",
  entry: "setNudge",
  exit: "clearNudge",
  states: {
    routing: {
      description: "Asks for the first thing still missing, or issues the quote.",
      meta: { actsNext: "machine" },
      always: [
        endsInArrears,
        { guard: "approvalHasRunOut", target: "#journey.checkingEligibility" },
        {
          guard: "limitIsUsed",
          target: "#journey.idle",
          actions: ["tellLimitUsed", "forgetRequest"],
        },
        { guard: "amountExceedsLimit", target: "askingAmount", actions: "dropOversizedAmount" },
        { guard: "lacksAmount", target: "askingAmount" },
        { guard: "lacksTerm", target: "askingTerm" },
        { guard: "lacksMethod", target: "askingMethod" },
        { guard: "lacksPurpose", target: "askingPurpose" },
        {
          guard: "offerExceedsCap",
          target: "#journey.idle",
          actions: ["tellAboveCap", "forgetRequest"],
        },
        { target: "reviewing", actions: "issueQuote" },
      ],
    },
    askingAmount: {
      description: "How much is to be borrowed.",
      meta: { actsNext: "borrower" },
      on: { back: { target: "#journey.idle" } },
    },
    askingTerm: {
      description: "Over how many months.",
      meta: { actsNext: "borrower" },
      on: { back: { target: "askingAmount" } },
    },
    askingMethod: {
      description: "Equal principal or level payments.",
      meta: { actsNext: "borrower" },
      on: { back: { target: "askingTerm" } },
    },
    askingPurpose: {
      description: "What the money is for.",
      meta: { actsNext: "borrower" },
      on: { back: { target: "askingMethod" } },
    },
    reviewing: {
      description: "The quote is on screen, binding until it expires.",
      meta: { actsNext: "borrower" },
      on: {
        "quote.accept": [
          endsInArrears,
          { guard: "agreesToQuote", target: "#journey.confirming" },
          { guard: "quoteIsStale", target: "expired", actions: "expireQuote" },
          { actions: { type: "tell", params: { kind: "stale-button" } } },
        ],
        "quote.expired": { guard: "expiresThisQuote", target: "expired", actions: "expireQuote" },
        "clock.forward": {
          guard: "inSandbox",
          target: "expired",
          actions: ["forwardClock", "expireQuote"],
          description: "The clock leaps over a day at least: no quote lasts that long.",
        },
        "quote.renew": {
          target: "routing",
          actions: ["dropQuote", { type: "tell", params: { kind: "quote-renewed" } }],
        },
        back: { target: "askingPurpose", actions: "dropQuote" },
      },
    },
    expired: {
      description: "The quote has expired; the same may be quoted anew.",
      meta: { actsNext: "borrower" },
      on: {
        "quote.renew": { target: "routing", actions: { type: "tell", params: { kind: "quote-renewed" } } },
        back: { target: "#journey.idle" },
      },
    },
  },
  on: {
    cancel: cancelling("application"),
    ...keptByWhoOwesNothing,
    provide: [
      { guard: "changesRequest", target: ".routing", actions: "correctRequest" },
      { guard: "repeatsRequest", target: ".routing", actions: "dropQuote" },
      { actions: "refuseSlots" },
    ],
    borrow: [
      { guard: "changesRequest", target: ".routing", actions: "correctRequest" },
      { guard: "repeatsRequest" },
      { actions: "refuseSlots" },
    ],
    "product.choose": { guard: "choosesThisProduct", actions: { type: "tell", params: { kind: "where" } } },
    "amount.change": { target: ".askingAmount", actions: "dropQuote" },
    "term.change": { target: ".askingTerm", actions: "dropQuote" },
    "idle.nudge": { actions: { type: "tell", params: { kind: "nudge" } } },
  },
});
