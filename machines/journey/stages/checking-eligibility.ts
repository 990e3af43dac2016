import { journeySetup } from "../setup.ts";
import { endsInArrears, notInArrears } from "./arrears.ts";
import { cancelling } from "./cancelling.ts";
import { keptByWhoOwesNothing } from "./owing-nothing.ts";

const notNow = { actions: { type: "tell", params: { kind: "not-now" } } } as const;

/** Three gates (identity, card, credit authorisation), then the assessment; what is known is not asked again. */
export const checkingEligibility = journeySetup.createStateConfig({
  ...notInArrears,
  initial: "routing",
  entry: "setNudge",
  exit: "clearNudge",
  states: {
    routing: {
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
    identifying: { on: { "identity.start": [endsInArrears, { target: "verifyingName" }] } },
    verifyingName: {
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
    identityRefused: { on: { retry: [endsInArrears, { target: "verifyingName" }] } },
    findingCard: {
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
      on: {
        "credit.authorise": [endsInArrears, { target: "assessing", actions: "authoriseCredit" }],
        "credit.decline": {
          target: "#journey.idle",
          actions: ["forgetRequest", { type: "tell", params: { kind: "credit-declined" } }],
        },
      },
    },
    assessing: {
      entry: "assess",
      on: {
        "assessment.completed": [
          { guard: "assessmentApproves", target: "#journey.quoting", actions: "recordAssessment" },
          { guard: "assessesThisProduct", target: "refused", actions: "recordAssessment" },
          { actions: "recordAssessment" },
        ],
        "command.failed": {
          guard: { type: "failed", params: { command: "assess" } },
          target: "refused",
          actions: { type: "tell", params: { kind: "partner-unreachable" } },
        },
      },
    },
    /** Trying again after having read what it costs: the assessment is made anew. */
    refused: {
      on: {
        retry: [endsInArrears, { guard: "hasAuthorised", target: "assessing" }, { target: "routing" }],
        "amount.change": notNow,
        "term.change": notNow,
        /** What was asked for came to nothing: it does not come back with the next wish. */
        back: { target: "#journey.idle", actions: "forgetRequest" },
        home: { target: "#journey.idle", actions: "forgetRequest" },
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
