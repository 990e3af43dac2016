import { journeySetup } from "../setup.ts";
import { endsInArrears, notInArrears } from "./arrears.ts";
import { cancelling, endsApplication } from "./cancelling.ts";
import { keptByWhoOwesNothing } from "./owing-nothing.ts";

const notNow = { actions: { type: "tell", params: { kind: "not-now" } } } as const;

export const checkingEligibility = journeySetup.createStateConfig({
  description:
    "Three gates (identity, card, credit authorisation), then the assessment; what is known is not asked again.",
  ...notInArrears,
  initial: "routing",
  entry: "setNudge",
  exit: "clearNudge",
  states: {
    routing: {
      description: "Goes to the first gate that is still closed, or past them all.",
      meta: { actsNext: "machine" },
      always: [
        endsInArrears,
        { guard: "isApproved", target: "#journey.quoting" },
        { guard: "isRefusedForNow", target: "refused" },
        { guard: "awaitsAssessment", target: "assessing" },
        { guard: "hasCard", target: "authorising" },
        { guard: "isIdentified", target: "findingCard" },
        { target: "identifying" },
      ],
    },
    identifying: {
      description: "The borrower is asked to have their name verified.",
      meta: { actsNext: "borrower" },
      on: { "identity.start": [endsInArrears, { target: "verifyingName" }] },
    },
    verifyingName: {
      description: "The identity partner compares name and document.",
      meta: { actsNext: "partner" },
      entry: "verifyName",
      on: {
        "identity.verified": { target: "findingCard", actions: "recordIdentity" },
        "identity.refused": { target: "identityRefused", actions: "tellIdentityRefused" },
        "command.failed": {
          guard: { type: "failed", params: { command: "verifyName" } },
          target: "identifying",
          actions: { type: "tell", params: { kind: "partner-unreachable" } },
        },
      },
    },
    identityRefused: {
      description: "Name and document did not match, or the document has expired.",
      meta: { actsNext: "borrower" },
      on: { retry: [endsInArrears, { target: "verifyingName" }] },
    },
    findingCard: {
      description: "The bank card partner looks for a card in the borrower’s own name.",
      meta: { actsNext: "partner" },
      entry: "findCard",
      on: {
        "card.found": { target: "authorising", actions: "recordCard" },
        "card.missing": { target: "refused", actions: "refuseForCard" },
        "command.failed": {
          guard: { type: "failed", params: { command: "findCard" } },
          target: "refused",
          actions: { type: "tell", params: { kind: "partner-unreachable" } },
        },
      },
    },
    authorising: {
      description: "The borrower is asked to authorise one look at their credit report.",
      meta: { actsNext: "borrower" },
      on: {
        "credit.authorise": [endsInArrears, { target: "assessing", actions: "authoriseCredit" }],
        "credit.decline": {
          target: "#journey.idle",
          actions: ["forgetRequest", { type: "tell", params: { kind: "credit-declined" } }],
        },
      },
    },
    assessing: {
      description: "The credit bureau reports, and the assessment is made of it.",
      meta: { actsNext: "partner" },
      entry: "assess",
      on: {
        "assessment.completed": [
          { guard: "approvesThisProduct", target: "#journey.quoting", actions: "recordAssessment" },
          { guard: "assessesThisProduct", target: "refused", actions: "recordAssessment" },
          {
            actions: "recordAssessment",
            description: "Of a product chosen before: kept for when it is again.",
          },
        ],
        "command.failed": {
          guard: { type: "failed", params: { command: "assess" } },
          target: "refused",
          actions: { type: "tell", params: { kind: "partner-unreachable" } },
        },
      },
    },
    refused: {
      description: "The way to a loan ends here, with the reasons and the day for another try.",
      meta: { actsNext: "borrower" },
      on: {
        retry: [
          endsInArrears,
          {
            guard: "hasAuthorised",
            target: "assessing",
            description: "Tried again after having read what it costs: the assessment is made anew.",
          },
          { target: "routing" },
        ],
        "amount.change": notNow,
        "term.change": notNow,
        back: endsApplication,
        home: endsApplication,
      },
    },
  },
  on: {
    cancel: cancelling("application"),
    ...keptByWhoOwesNothing,
    borrow: [{ guard: "changesRequest", actions: "takeSlots" }, { actions: "refuseSlots" }],
    provide: [{ guard: "changesRequest", actions: "takeSlots" }, { actions: "refuseSlots" }],
    "product.choose": { guard: "choosesThisProduct", actions: { type: "tell", params: { kind: "where" } } },
    "amount.change": { actions: { type: "tell", params: { kind: "change-asked", slot: "amount" } } },
    "term.change": { actions: { type: "tell", params: { kind: "change-asked", slot: "installments" } } },
    back: { target: "#journey.idle" },
    "idle.nudge": { actions: { type: "tell", params: { kind: "nudge" } } },
  },
});
