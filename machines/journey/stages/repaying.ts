import { journeySetup } from "../setup.ts";
import { cancelling } from "./cancelling.ts";
import { heldWhileMoneyMoves } from "./held.ts";

/** Until the confirmation a borrower may name another kind, or another part, at any time. */
const choosesKind = [
  { guard: "wantsPartial", target: "askingAmount", actions: "chooseRepaymentKind" },
  { guard: "canPayKind", target: "choosingRail", actions: "chooseRepaymentKind" },
  { actions: { type: "tell", params: { kind: "nothing-due" } } },
] as const;
const namesPart = [
  { guard: "partialAmountIsGood", target: "choosingRail", actions: "choosePartialAmount" },
  { guard: "namesAmount", actions: "refusePartialAmount" },
] as const;
const changesOffer = { "repay.kind": choosesKind, provide: namesPart, repay: namesPart } as const;

/** What to pay (due, part, all), by which rail, then a confirmation of the very amount. */
export const repaying = journeySetup.createStateConfig({
  initial: "routing",
  exit: "closeRepayment",
  states: {
    routing: {
      entry: "openRepayment",
      always: [
        { guard: "wantsPartOfKnownLoan", target: "askingAmount", actions: "chooseRepaymentKind" },
        { guard: "namesPayableKind", target: "choosingRail", actions: "chooseRepaymentKind" },
        { guard: "namesPayablePart", target: "choosingRail", actions: "choosePartialAmount" },
        { guard: "namesUnpayablePart", target: "askingAmount", actions: "refusePartialAmount" },
        { guard: "hasOneRepayableLoan", target: "choosingKind" },
        { guard: "hasRepayableLoan", target: "choosingLoan" },
        { guard: "hasProcessing", target: "nothing", actions: "tellProcessing" },
        { target: "nothing" },
      ],
    },
    nothing: {
      on: {
        /** Another payment may be on its way, and goes on. */
        cancel: cancelling(),
        back: { target: "#journey.idle" },
        "repayment.completed": { target: "#journey.reminding.watching", actions: "bookRepayment" },
        "repayment.refused": {
          target: "#journey.reminding.watching",
          actions: ["tellRepaymentRefused", "dropProcessing"],
        },
      },
    },
    choosingLoan: {
      on: {
        "repay.loan": { guard: "knowsLoan", target: "choosingKind", actions: "chooseRepaymentLoan" },
        back: { target: "#journey.reminding.watching" },
      },
    },
    choosingKind: {
      on: {
        ...changesOffer,
        back: [
          { guard: "hasOneRepayableLoan", target: "#journey.reminding.watching" },
          { target: "choosingLoan" },
        ],
      },
    },
    askingAmount: {
      on: {
        ...changesOffer,
        back: { target: "choosingKind" },
      },
    },
    choosingRail: {
      on: {
        ...changesOffer,
        "repay.rail": { guard: "takesOfferedRail", target: "reviewing", actions: "chooseRail" },
        back: { target: "choosingKind" },
      },
    },
    reviewing: {
      on: {
        ...changesOffer,
        "repay.rail": { guard: "takesOfferedRail", actions: "chooseRail" },
        "repay.confirm": [
          { guard: "agreesToRepayment", target: "collecting", actions: "collect" },
          { guard: "repaymentHasAged", actions: "refreshOffer" },
          { actions: { type: "tell", params: { kind: "stale-button" } } },
        ],
        back: { target: "choosingRail" },
      },
    },
    /** The money is on its way: nothing but the partner's answer leads out. */
    collecting: {
      on: {
        ...heldWhileMoneyMoves,
        "repayment.completed": { target: "#journey.reminding.watching", actions: "bookRepayment" },
        "repayment.processing": { target: "#journey.reminding.watching", actions: "bookProcessing" },
        "repayment.refused": { target: "refused", actions: ["tellRepaymentRefused", "dropProcessing"] },
        "command.failed": { actions: { type: "tell", params: { kind: "partner-unreachable" } } },
      },
    },
    refused: {
      on: {
        "repay.rail": { guard: "canPayByRail", target: "reviewing", actions: "chooseRail" },
        retry: { target: "routing" },
        back: { target: "routing" },
      },
    },
  },
  on: { cancel: cancelling("repayment") },
});
