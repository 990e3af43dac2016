/**
 * The journey of one conversation, from hello to repaid. Pure: it changes nothing outside, and asks for effects by its
 * action `want`. A turn steps it by `advanceJourney`; as an actor it behaves alike.
 */
import { initialTransition, type StateValue, transition } from "xstate";
import { DEFAULT_DAYS_BEFORE } from "../domain/loan/due-status.ts";
import { DEFAULT_PRODUCT_ID } from "../domain/product/catalogue.ts";
import type { Effect } from "./effects.ts";
import { hearingEveryEvent } from "./journey/hear.ts";
import { type JourneyInput, journeySetup } from "./journey/setup.ts";
import { cancelling } from "./journey/stages/cancelling.ts";
import { checkingEligibility } from "./journey/stages/checking-eligibility.ts";
import { confirming } from "./journey/stages/confirming.ts";
import { idle } from "./journey/stages/idle.ts";
import { locatingEntry } from "./journey/stages/locating-entry.ts";
import { quoting } from "./journey/stages/quoting.ts";
import { reminding } from "./journey/stages/reminding.ts";
import { repaying } from "./journey/stages/repaying.ts";
import { welcoming } from "./journey/stages/welcoming.ts";
import { type JourneyContext, noArrangements } from "./journey-context.ts";
import type { StampedEvent } from "./journey-events.ts";

const newContext = (input: JourneyInput): JourneyContext => ({
  ...input,
  privacyAccepted: false,
  creditAuthorised: false,
  identity: null,
  card: null,
  productId: DEFAULT_PRODUCT_ID,
  entry: null,
  request: {},
  assessment: null,
  refusal: [],
  quote: null,
  loans: [],
  processing: [],
  repayment: null,
  reminderDaysBefore: DEFAULT_DAYS_BEFORE,
  arrangements: noArrangements,
  notices: [],
  misses: 0,
});

const owing = <const Target extends string>(target: Target) =>
  [
    { guard: "owesSomething", target, actions: "leaveQuote" },
    {
      actions: { type: "tell", params: { kind: "nothing-owed" } },
      description: "Only whoever owes something has a use for it.",
    },
  ] as const;

const overdue = {
  guard: "isInArrears",
  actions: "tellArrears",
  description: "Answered in place: nothing is begun that could not become a loan.",
} as const;

const toRepay = () =>
  [
    {
      guard: "hasQuoteAndOwesNothing",
      actions: { type: "tell", params: { kind: "nothing-owed" } },
      description: "Who owes nothing keeps the quote at hand.",
    },
    { target: ".repaying", actions: "leaveQuote" },
  ] as const;

const table = journeySetup.createMachine({
  id: "journey",
  description: "One conversation, from the first hello to the last repayment.",
  context: ({ input }) => newContext(input),
  initial: "welcoming",
  states: { welcoming, idle, locatingEntry, checkingEligibility, quoting, confirming, reminding, repaying },
  on: {
    // Asked and answered in place, from any stage.
    help: { actions: { type: "tell", params: { kind: "help" } } },
    where: { actions: { type: "tell", params: { kind: "where" } } },
    mydata: { actions: { type: "tell", params: { kind: "mydata" } } },
    greet: { actions: { type: "tell", params: { kind: "where" } } },
    start: { actions: { type: "tell", params: { kind: "where" } } },
    ask: { actions: "answer" },
    "calendar.picture": { actions: { type: "tell", params: { kind: "calendar", form: "picture" } } },
    "calendar.file": { actions: { type: "tell", params: { kind: "calendar", form: "file" } } },
    unclear: { actions: "tellUnclear" },
    also: { actions: "tellAlso" },
    "secret.typed": { actions: "warnOfSecret" },
    "out-of-scope": { actions: "tellOutOfScope" },
    courtesy: { actions: "returnCourtesy" },
    assent: { actions: { type: "tell", params: { kind: "button-needed" } } },
    "button.stale": { actions: { type: "tell", params: { kind: "stale-button" } } },
    "language.choose": { actions: { type: "tell", params: { kind: "choose-language" } } },
    "language.set": { actions: "setLocale" },
    "persona.show": { guard: "inSandbox", actions: { type: "tell", params: { kind: "choose-persona" } } },
    "clock.forward": { guard: "inSandbox", actions: "forwardClock" },

    // Arranged in place.
    "reminders.stop": { actions: "stopReminders" },
    "reminders.resume": { actions: "resumeReminders" },
    snooze: { actions: "snooze" },
    "paid.claim": { actions: { type: "tell", params: { kind: "paid-claimed" } } },
    "promise.withdraw": { actions: "withdrawPromise" },
    "extension.withdraw": [
      {
        guard: "waitsForExtension",
        actions: { type: "tell", params: { kind: "extension-pending" } },
        description: "What staff decide upon is not taken back here.",
      },
      { actions: { type: "tell", params: { kind: "not-now" } } },
    ],
    "person.request": { actions: "askPerson" },
    "deduction.stop": { actions: "stopDeduction" },

    // Ways from one stage to another.
    home: { target: ".idle", actions: "leaveQuote" },
    cancel: cancelling(),
    locate: { target: ".locatingEntry", actions: "leaveQuote" },
    "entry.choose": { target: ".locatingEntry.showing", actions: ["leaveQuote", "chooseEntry"] },
    "product.choose": [
      { guard: "choosesQuotableInArrears", actions: "tellArrears" },
      { guard: "choosesQuotable", target: ".checkingEligibility", actions: "chooseProduct" },
      { guard: "namesProduct", actions: "explainProduct" },
    ],
    buy: [
      overdue,
      { guard: "purchaseIsFinanced", target: ".checkingEligibility", actions: "beginPurchase" },
      { actions: "refusePurchase" },
    ],
    borrow: [overdue, { target: ".checkingEligibility", actions: ["dropQuote", "takeSlots"] }],
    "loans.show": [
      {
        guard: "hasQuoteAndNoLoan",
        actions: { type: "tell", params: { kind: "nothing-owed" } },
        description: "Who has no loan yet keeps the quote at hand.",
      },
      { target: ".reminding.watching", actions: "leaveQuote" },
    ],
    "reminder.choose": { target: ".reminding.choosing", actions: "leaveQuote" },
    "reminder.set": [
      { guard: "daysAreGood", target: ".reminding.watching", actions: ["leaveQuote", "chooseReminder"] },
      { actions: "refuseDays" },
    ],
    "reminder.hour.choose": { target: ".reminding.choosingHour", actions: "leaveQuote" },
    "reminder.hour": [
      { guard: "hourIsGood", target: ".reminding.watching", actions: ["leaveQuote", "chooseHour"] },
      { actions: "refuseHour" },
    ],
    hardship: owing(".reminding.hardship"),
    "promise.choose": owing(".reminding.promising"),
    "promise.make": [
      { guard: "promiseIsGood", target: ".reminding.watching", actions: ["leaveQuote", "makePromise"] },
      { guard: "owesSomething", actions: "refusePromise" },
      { actions: { type: "tell", params: { kind: "nothing-owed" } } },
    ],
    "extension.choose": owing(".reminding.extending"),
    "deduction.choose": owing(".reminding.deducting"),
    repay: toRepay(),
    "repay.kind": toRepay(),
    "persona.choose": { guard: "inSandbox", target: ".idle", actions: ["dropQuote", "choosePersona"] },

    // Answers that arrive when nobody waits for them any more: kept, never lost.
    "identity.verified": { actions: "recordIdentity" },
    "card.found": { actions: "recordCard" },
    "assessment.completed": { actions: "recordAssessment" },
    "payout.completed": [
      { guard: "paysThisQuote", target: ".reminding", actions: "bookLoan" },
      { actions: "bookLoan", description: "Of a quote signed earlier: the loan is booked where one is." },
    ],
    "payout.refused": {
      guard: "answersThisQuote",
      target: ".confirming.payoutFailed",
      actions: ["tellPayoutRefused", "abandonLoan"],
      description: "Also where the books had the money on its way and the conversation stood elsewhere.",
    },
    "repayment.completed": { actions: "bookRepayment" },
    "repayment.processing": { actions: "bookProcessing" },
    "repayment.refused": { actions: ["tellRepaymentRefused", "dropProcessing"] },

    // Deadlines.
    "reminder.due": { guard: "reminderIsWanted", actions: "remind" },
    "snooze.due": { actions: "wakeFromSnooze" },
    "arrangement.due": { actions: "tellDayHasCome" },
    "request.decided": { actions: "takeDecision" },
    "collection.due": { actions: "checkCollection" },

    "*": [
      {
        guard: "fromBorrower",
        actions: { type: "tell", params: { kind: "not-now" } },
        description: "What makes no sense where one is, is answered with what does.",
      },
      { description: "Answers and deadlines that nobody waits for any more are heard, and that is all." },
    ],
  },
});

export const journey = hearingEveryEvent(table);

/** What is stored of a snapshot: where it is and what it remembers. */
export interface JourneyState {
  value: StateValue;
  context: JourneyContext;
}

export interface JourneyStep {
  state: JourneyState;
  /** In the order in which they were asked for. */
  effects: Effect[];
}

const effectsOf = (actions: readonly { type: string; params: unknown }[]): Effect[] =>
  actions.filter(({ type }) => type === "want").map(({ params }) => params as Effect);

/** The first state of a conversation. Its initial stage asks for no effects. */
export function startJourney(input: JourneyInput): JourneyState {
  const [{ value, context }] = initialTransition(journey, input);
  return { value, context };
}

/**
 * One event, and what comes of it: XState's pure `transition`, with the effects picked from the actions.
 *
 * @example
 * ```ts
 * const state = startJourney({ borrowerId, locale: "en", sandbox: true, persona: null, at });
 * const { effects } = advanceJourney(state, { type: "privacy.accept", turnId, at });
 * // effects: [{ fact: "consent.given", kind: "privacy", subject: "2026-11" }]
 * ```
 */
export function advanceJourney(state: JourneyState, event: StampedEvent): JourneyStep {
  const [{ value, context }, actions] = transition(journey, journey.resolveState(state), event);
  return { state: { value, context }, effects: effectsOf(actions) };
}
