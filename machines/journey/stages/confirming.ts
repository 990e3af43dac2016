import { journeySetup } from "../setup.ts";
import { endsInArrears, notInArrears } from "./arrears.ts";
import { cancelling } from "./cancelling.ts";
import { heldWhileMoneyMoves } from "./held.ts";

/** What was asked for came to nothing: it does not come back with the next wish. */
const endsApplication = {
  back: { target: "#journey.idle", actions: "forgetRequest" },
  home: { target: "#journey.idle", actions: "forgetRequest" },
} as const;

/** Contract, face check, signature, payout. Until the signature a correction goes back to a new quote. */
export const confirming = journeySetup.createStateConfig({
  initial: "reviewingContract",
  entry: "setNudge",
  exit: "clearNudge",
  states: {
    reviewingContract: {
      ...notInArrears,
      on: {
        "contract.accept": [
          endsInArrears,
          { guard: "agreesToQuote", target: "verifyingFace" },
          { guard: "quoteIsStale", target: "#journey.quoting.expired", actions: "expireQuote" },
          { actions: { type: "tell", params: { kind: "stale-button" } } },
        ],
        back: { target: "#journey.quoting.reviewing" },
      },
    },
    verifyingFace: {
      ...notInArrears,
      entry: "verifyFace",
      on: {
        "face.matched": {
          guard: "answersThisQuote",
          target: "signing",
          actions: "recordFace",
        },
        "face.refused": {
          guard: "answersThisQuote",
          target: "faceRefused",
          actions: { type: "tell", params: { kind: "face-refused" } },
        },
        "command.failed": {
          guard: { type: "failed", params: { command: "verifyFace" } },
          target: "reviewingContract",
          actions: { type: "tell", params: { kind: "partner-unreachable" } },
        },
        back: { target: "reviewingContract" },
      },
    },
    faceRefused: {
      ...notInArrears,
      on: { retry: [endsInArrears, { target: "verifyingFace" }], back: { target: "reviewingContract" } },
    },
    signing: {
      ...notInArrears,
      on: {
        sign: [
          endsInArrears,
          { guard: "agreesToQuote", target: "payingOut", actions: "signLoan" },
          { guard: "quoteIsStale", target: "#journey.quoting.expired", actions: "expireQuote" },
          { actions: { type: "tell", params: { kind: "stale-button" } } },
        ],
        back: { target: "reviewingContract" },
      },
    },
    /** The money is on its way: nothing but the partner's answer leads out. */
    payingOut: {
      on: {
        ...heldWhileMoneyMoves,
        "payout.completed": { target: "#journey.reminding", actions: "bookLoan" },
        "payout.refused": {
          guard: "answersThisQuote",
          target: "payoutFailed",
          actions: ["tellPayoutRefused", "abandonLoan"],
        },
        "command.failed": { actions: { type: "tell", params: { kind: "partner-unreachable" } } },
      },
    },
    payoutFailed: {
      ...notInArrears,
      on: { retry: { target: "#journey.quoting.routing" }, ...endsApplication },
    },
  },
  on: {
    cancel: cancelling("application"),
    provide: [
      { guard: "changesRequest", target: "#journey.quoting.routing", actions: "correctRequest" },
      { actions: "refuseSlots" },
    ],
    borrow: [
      { guard: "changesRequest", target: "#journey.quoting.routing", actions: "correctRequest" },
      { actions: "refuseSlots" },
    ],
    "product.choose": { guard: "choosesThisProduct", actions: { type: "tell", params: { kind: "where" } } },
    "amount.change": { target: "#journey.quoting.askingAmount", actions: "dropQuote" },
    "term.change": { target: "#journey.quoting.askingTerm", actions: "dropQuote" },
    "quote.expired": {
      guard: "expiresThisQuote",
      target: "#journey.quoting.expired",
      actions: "expireQuote",
    },
    "clock.forward": {
      guard: "inSandbox",
      target: "#journey.quoting.expired",
      actions: ["forwardClock", "expireQuote"],
    },
    "idle.nudge": { actions: { type: "tell", params: { kind: "nudge" } } },
  },
});
