import { journeySetup } from "../setup.ts";
import { endsInArrears, notInArrears } from "./arrears.ts";
import { cancelling, endsApplication } from "./cancelling.ts";
import { whileMoneyMoves } from "./money-moves.ts";

export const confirming = journeySetup.createStateConfig({
  description:
    "Contract, face check, signature, payout. Until the signature a correction goes back to a new quote.",
  initial: "reviewingContract",
  entry: "setNudge",
  exit: "clearNudge",
  states: {
    reviewingContract: {
      description: "The contract of the quote is on screen.",
      meta: { actsNext: "borrower" },
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
      description: "The identity partner compares the borrower’s face with the document.",
      meta: { actsNext: "partner" },
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
      description: "The face did not match; it may be shown again.",
      meta: { actsNext: "borrower" },
      ...notInArrears,
      on: { retry: [endsInArrears, { target: "verifyingFace" }], back: { target: "reviewingContract" } },
    },
    signing: {
      description: "The face matched: the signature is all that is missing.",
      meta: { actsNext: "borrower" },
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
    payingOut: {
      description: "Signed: the money is on its way out, and nothing but the partner’s answer leads on.",
      meta: { actsNext: "partner" },
      ...whileMoneyMoves,
      on: {
        ...whileMoneyMoves.on,
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
      description: "The money could not be paid out, and there is no loan.",
      meta: { actsNext: "borrower" },
      ...notInArrears,
      on: { retry: { target: "#journey.quoting.routing" }, back: endsApplication, home: endsApplication },
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
      description: "The clock leaps over a day at least: no quote lasts that long.",
    },
    "idle.nudge": { actions: { type: "tell", params: { kind: "nudge" } } },
  },
});
