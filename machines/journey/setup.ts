/** The journey's vocabulary: its effects, actions and guards, by the names that its tables use. */
import { and, assign, not, setup } from "xstate";
import type { Effect } from "../effects.ts";
import type { JourneyContext, Notice } from "../journey-context.ts";
import type { StampedEvent } from "../journey-events.ts";
import * as application from "./actions/application.ts";
import * as contract from "./actions/contract.ts";
import * as conversation from "./actions/conversation.ts";
import * as hardship from "./actions/hardship.ts";
import type { Outcome, Scope } from "./actions/plan.ts";
import * as products from "./actions/products.ts";
import * as reminders from "./actions/reminders.ts";
import * as repayment from "./actions/repayment.ts";
import * as settings from "./actions/settings.ts";
import * as guards from "./guards.ts";
import { atTimeOf, heard } from "./hear.ts";

/** What a new conversation begins with. */
export interface JourneyInput {
  borrowerId: string;
  locale: JourneyContext["locale"];
  localeChosen?: boolean;
  sandbox: boolean;
  persona: string | null;
  at: string;
}

/** What is true of a state for whoever asks by `hasTag`: money is on its way in or out. */
type JourneyTag = "moneyMoves";

export interface StateMeta {
  /** Whose turn it is: "machine" where nobody ever waits. */
  actsNext: "borrower" | "partner" | "machine";
}

type Guard<Params> = (scope: Scope, params: Params) => boolean;

/** Each guard as it is, asked at the time of the event. */
const timed = <Guards extends Record<string, Guard<never>>>(all: Guards): Guards =>
  Object.fromEntries(
    Object.entries(all).map(([name, guard]): [string, Guard<never>] => [
      name,
      ({ context, event }, params) => guard({ context: atTimeOf(context, event), event }, params),
    ]),
  ) as Guards;

/**
 * Effects come out of a transition as data: `want` carries one, and nothing here performs it. Whoever runs the machine
 * as an actor provides it.
 */
const base = setup({
  types: {} as {
    context: JourneyContext;
    events: StampedEvent;
    input: JourneyInput;
    tags: JourneyTag;
    meta: StateMeta;
  },
  actions: {
    hear: assign(({ context, event }) => heard(context, event)),
    want: (_, _effect: Effect) => {},
    tell: assign(({ context }, notice: Notice) => ({ notices: [...context.notices, notice] })),
  },
  guards: timed(guards),
});

/** One named action: changes the context, tells, and asks for effects, in this order. */
/** Each a pure plan: what changes, what is told, what is wanted done. */
const actions = {
  ...application,
  ...contract,
  ...conversation,
  ...hardship,
  ...products,
  ...reminders,
  ...repayment,
  ...settings,
};

const act = (plan: (scope: Scope) => Outcome) =>
  base.enqueueActions(({ context, event, enqueue }) => {
    const { assign: patch, notices = [], effects = [] } = plan({ context, event });
    if (patch) enqueue.assign(patch);
    for (const notice of notices) enqueue({ type: "tell", params: notice });
    for (const effect of effects) enqueue({ type: "want", params: effect });
  });

export const journeySetup = base.extend({
  guards: {
    agreesToQuote: and(["quoteIsFresh", "namesThisQuote"]),
    agreesToRepayment: and(["namesThisOffer", "offerIsOfToday"]),
    approvesThisProduct: and(["assessesThisProduct", "approves"]),
    /** An authorisation is for one assessment: another one is asked for anew. */
    awaitsAssessment: and(["hasAuthorised", not("isAssessed")]),
    canPayByRail: and(["takesOfferedRail", "offerHolds"]),
    choosesQuotableInArrears: and(["choosesQuotable", "isInArrears"]),
    hasQuoteAndNoLoan: and(["hasQuote", not("hasLoan"), not("hasProcessing")]),
    hasQuoteAndOwesNothing: and(["hasQuote", not("owesSomething"), not("hasProcessing")]),
    isRefusedForNow: and(["hasAuthorised", "refusalHolds"]),
    /** Only where the loan is clear, and everything else with it. */
    namesPayableKind: and([not("wantsPartial"), "canPayKind"]),
    /** "还1000": only where the loan is clear. */
    namesPayablePart: and(["hasChosenLoan", "partialAmountIsGood"]),
    namesUnpayablePart: and(["hasChosenLoan", "namesAmount"]),
    offerHasAged: not("offerIsOfToday"),
    owesNothing: and([not("owesSomething"), not("hasProcessing")]),
    quoteIsStale: not("quoteIsFresh"),
    wantsPartOfKnownLoan: and(["wantsPartial", "hasChosenLoan"]),
  },
  actions: {
    setLocale: act(actions.setLocale),
    choosePersona: act(actions.choosePersona),
    forwardClock: act(actions.forwardClock),
    rememberWish: act(actions.rememberWish),
    acceptPrivacy: act(actions.acceptPrivacy),
    chooseEntry: act(actions.chooseEntry),
    chooseProduct: act(actions.chooseProduct),
    chooseEntryProduct: act(actions.chooseEntryProduct),
    explainProduct: act(actions.explainProduct),
    beginPurchase: act(actions.beginPurchase),
    refusePurchase: act(actions.refusePurchase),
    tellLimitUsed: act(actions.tellLimitUsed),
    tellArrears: act(actions.tellArrears),
    tellAboveCap: act(actions.tellAboveCap),
    takeSlots: act(actions.takeSlots),
    refuseSlots: act(actions.refuseSlots),
    correctRequest: act(actions.correctRequest),
    dropOversizedAmount: act(actions.dropOversizedAmount),
    forgetRequest: act(actions.forgetRequest),
    verifyName: act(actions.verifyName),
    recordIdentity: act(actions.recordIdentity),
    findCard: act(actions.findCard),
    recordCard: act(actions.recordCard),
    refuseForCard: act(actions.refuseForCard),
    authoriseCredit: act(actions.authoriseCredit),
    assess: act(actions.assess),
    recordAssessment: act(actions.recordAssessment),
    issueQuote: act(actions.issueQuote),
    dropQuote: act(actions.dropQuote),
    leaveQuote: act(actions.leaveQuote),
    expireQuote: act(actions.expireQuote),
    verifyFace: act(actions.verifyFace),
    recordFace: act(actions.recordFace),
    signLoan: act(actions.signLoan),
    abandonLoan: act(actions.abandonLoan),
    bookLoan: act(actions.bookLoan),
    chooseReminder: act(actions.chooseReminder),
    refuseDays: act(actions.refuseDays),
    chooseHour: act(actions.chooseHour),
    refuseHour: act(actions.refuseHour),
    stopReminders: act(actions.stopReminders),
    resumeReminders: act(actions.resumeReminders),
    snooze: act(actions.snooze),
    wakeFromSnooze: act(actions.wakeFromSnooze),
    makePromise: act(actions.makePromise),
    refusePromise: act(actions.refusePromise),
    withdrawPromise: act(actions.withdrawPromise),
    askExtension: act(actions.askExtension),
    refuseExtension: act(actions.refuseExtension),
    askPerson: act(actions.askPerson),
    tellDayHasCome: act(actions.tellDayHasCome),
    takeDecision: act(actions.takeDecision),
    chooseDeduction: act(actions.chooseDeduction),
    stopDeduction: act(actions.stopDeduction),
    remind: act(actions.remind),
    setNudge: act(actions.setNudge),
    clearNudge: act(actions.clearNudge),
    openRepayment: act(actions.openRepayment),
    chooseRepaymentLoan: act(actions.chooseRepaymentLoan),
    chooseRepaymentKind: act(actions.chooseRepaymentKind),
    choosePartialAmount: act(actions.choosePartialAmount),
    refusePartialAmount: act(actions.refusePartialAmount),
    chooseRail: act(actions.chooseRail),
    refreshOffer: act(actions.refreshOffer),
    collect: act(actions.collect),
    bookRepayment: act(actions.bookRepayment),
    bookProcessing: act(actions.bookProcessing),
    dropProcessing: act(actions.dropProcessing),
    checkCollection: act(actions.checkCollection),
    closeRepayment: act(actions.closeRepayment),
    tellProcessing: act(actions.tellProcessing),
    tellIdentityRefused: act(actions.tellIdentityRefused),
    tellPayoutRefused: act(actions.tellPayoutRefused),
    tellRepaymentRefused: act(actions.tellRepaymentRefused),
    returnCourtesy: act(actions.returnCourtesy),
    answer: act(actions.answer),
    tellUnclear: act(actions.tellUnclear),
    tellOutOfScope: act(actions.tellOutOfScope),
    tellAlso: act(actions.tellAlso),
    warnOfSecret: act(actions.warnOfSecret),
  },
});
