import { journeySetup } from "../setup.ts";
import { endsInArrears, notInArrears } from "./arrears.ts";
import { cancelling } from "./cancelling.ts";
import { keptByWhoOwesNothing } from "./owing-nothing.ts";

/** Amount, term, method, purpose, each asked only while unknown; then the quote. */
export const quoting = journeySetup.createStateConfig({
  ...notInArrears,
  initial: "routing",
  entry: "setNudge",
  exit: "clearNudge",
  states: {
    routing: {
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
    askingAmount: { on: { back: { target: "#journey.idle" } } },
    askingTerm: { on: { back: { target: "askingAmount" } } },
    askingMethod: { on: { back: { target: "askingTerm" } } },
    askingPurpose: { on: { back: { target: "askingMethod" } } },
    reviewing: {
      on: {
        "quote.accept": [
          endsInArrears,
          { guard: "agreesToQuote", target: "#journey.confirming" },
          { guard: "quoteIsStale", target: "expired", actions: "expireQuote" },
          { actions: { type: "tell", params: { kind: "stale-button" } } },
        ],
        "quote.expired": { guard: "expiresThisQuote", target: "expired", actions: "expireQuote" },
        /** A day at least: no quote lasts that long. */
        "clock.forward": {
          guard: "inSandbox",
          target: "expired",
          actions: ["forwardClock", "expireQuote"],
        },
        "quote.renew": {
          target: "routing",
          actions: ["dropQuote", { type: "tell", params: { kind: "quote-renewed" } }],
        },
        back: { target: "askingPurpose", actions: "dropQuote" },
      },
    },
    expired: {
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
