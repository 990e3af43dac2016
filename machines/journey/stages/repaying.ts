import { journeySetup } from "../setup.ts";
import { cancelling } from "./cancelling.ts";
import { whileMoneyMoves } from "./money-moves.ts";

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

export const repaying = journeySetup.createStateConfig({
  description: "What to pay (due, part, all), by which rail, then a confirmation of the very amount.",
  initial: "routing",
  exit: "closeRepayment",
  states: {
    routing: {
      description: "Goes as far as the message itself has told: loan, kind, amount.",
      meta: { actsNext: "machine" },
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
      description: "There is nothing to pay now, or it is on its way already.",
      meta: { actsNext: "borrower" },
      on: {
        cancel: { ...cancelling(), description: "A payment that is on its way goes on." },
        back: { target: "#journey.idle" },
        "repayment.completed": { target: "#journey.reminding.watching", actions: "bookRepayment" },
        "repayment.refused": {
          target: "#journey.reminding.watching",
          actions: ["tellRepaymentRefused", "dropProcessing"],
        },
      },
    },
    choosingLoan: {
      description: "Which of several loans is to be paid.",
      meta: { actsNext: "borrower" },
      on: {
        "repay.loan": { guard: "knowsLoan", target: "choosingKind", actions: "chooseRepaymentLoan" },
        back: { target: "#journey.reminding.watching" },
      },
    },
    choosingKind: {
      description: "What is due, a part, or all of it.",
      meta: { actsNext: "borrower" },
      on: {
        ...changesOffer,
        back: [
          { guard: "hasOneRepayableLoan", target: "#journey.reminding.watching" },
          { target: "choosingLoan" },
        ],
      },
    },
    askingAmount: {
      description: "How much, where a part is to be paid.",
      meta: { actsNext: "borrower" },
      on: {
        ...changesOffer,
        back: { target: "choosingKind" },
      },
    },
    choosingRail: {
      description: "From which account it is paid.",
      meta: { actsNext: "borrower" },
      on: {
        ...changesOffer,
        "repay.rail": { guard: "takesOfferedRail", target: "reviewing", actions: "chooseRail" },
        back: { target: "choosingKind" },
      },
    },
    reviewing: {
      description: "The very amount, rail and day are on screen, to be confirmed.",
      meta: { actsNext: "borrower" },
      on: {
        ...changesOffer,
        "repay.rail": { guard: "takesOfferedRail", actions: "chooseRail" },
        "repay.confirm": [
          { guard: "agreesToRepayment", target: "collecting", actions: "collect" },
          { guard: "offerHasAged", actions: "refreshOffer" },
          { actions: { type: "tell", params: { kind: "stale-button" } } },
        ],
        back: { target: "choosingRail" },
      },
    },
    collecting: {
      description: "Confirmed: the money is on its way in, and nothing but the partner’s answer leads on.",
      meta: { actsNext: "partner" },
      ...whileMoneyMoves,
      on: {
        ...whileMoneyMoves.on,
        "repayment.completed": { target: "#journey.reminding.watching", actions: "bookRepayment" },
        "repayment.processing": { target: "#journey.reminding.watching", actions: "bookProcessing" },
        "repayment.refused": { target: "refused", actions: ["tellRepaymentRefused", "dropProcessing"] },
        "command.failed": { actions: { type: "tell", params: { kind: "partner-unreachable" } } },
      },
    },
    refused: {
      description: "The payment did not go through; another rail may be tried.",
      meta: { actsNext: "borrower" },
      on: {
        "repay.rail": { guard: "canPayByRail", target: "reviewing", actions: "chooseRail" },
        retry: { target: "routing" },
        back: { target: "routing" },
      },
    },
  },
  on: { cancel: cancelling("repayment") },
});
