import { journeySetup } from "../setup.ts";
import { heldWhileMoneyMoves } from "./held.ts";

/** What to pay (due, part, all), by which rail, then a confirmation of the very amount. */
export const repaying = journeySetup.createStateConfig({
  initial: "routing",
  exit: "closeRepayment",
  states: {
    routing: {
      entry: "openRepayment",
      always: [
        { guard: "hasProcessing", target: "nothing", actions: "tellProcessing" },
        { guard: "hasOneOpenLoan", target: "choosingKind" },
        { guard: "hasOpenLoan", target: "choosingLoan" },
        { target: "nothing" },
      ],
    },
    nothing: { on: { back: { target: "#journey.idle" } } },
    choosingLoan: {
      on: {
        "repay.loan": { guard: "knowsLoan", target: "choosingKind", actions: "chooseRepaymentLoan" },
        back: { target: "#journey.reminding.watching" },
      },
    },
    choosingKind: {
      on: {
        "repay.kind": [
          { guard: "wantsPartial", target: "askingAmount", actions: "chooseRepaymentKind" },
          { guard: "canPayKind", target: "choosingRail", actions: "chooseRepaymentKind" },
          { actions: { type: "tell", params: { kind: "nothing-due" } } },
        ],
        provide: [
          { guard: "partialAmountIsGood", target: "choosingRail", actions: "choosePartialAmount" },
          { guard: "namesAmount", actions: "refusePartialAmount" },
        ],
        back: [
          { guard: "hasOneOpenLoan", target: "#journey.reminding.watching" },
          { target: "choosingLoan" },
        ],
      },
    },
    askingAmount: {
      on: {
        provide: [
          { guard: "partialAmountIsGood", target: "choosingRail", actions: "choosePartialAmount" },
          { guard: "namesAmount", actions: "refusePartialAmount" },
        ],
        back: { target: "choosingKind" },
      },
    },
    choosingRail: {
      on: {
        "repay.rail": { target: "reviewing", actions: "chooseRail" },
        back: { target: "choosingKind" },
      },
    },
    reviewing: {
      on: {
        "repay.confirm": [
          { guard: "agreesToRepayment", target: "collecting", actions: "collect" },
          { guard: "repaymentHasAged", actions: "refreshOffer" },
          { actions: { type: "tell", params: { kind: "stale-button" } } },
        ],
        provide: [
          { guard: "partialAmountIsGood", target: "choosingRail", actions: "choosePartialAmount" },
          { guard: "namesAmount", actions: "refusePartialAmount" },
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
      on: { retry: { target: "routing" }, back: { target: "routing" } },
    },
  },
});
