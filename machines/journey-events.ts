/**
 * Everything that can happen in a journey. A channel's text and buttons become the first group, partners'
 * answers the second, deadlines the third. Each event reaches the machine stamped with the turn's id and time.
 */
import { z } from "zod";
import { requestReasons } from "../domain/contact/request-reasons.ts";
import type { RefusalReason, ScoredDimension } from "../domain/eligibility/assessment.ts";
import { locales } from "../domain/language/languages.ts";
import { deductionSources } from "../domain/repayment/deduction-sources.ts";
import { conventionsSchema } from "./conventions-schema.ts";

const locale = z.enum(locales);
const money = z.string();
const hash = z.string();

/** Amount and so on as understood from a message: not yet checked against any limit. */
const slots = {
  /** Yuan as typed, normalised to plain digits: "20000", "-5", "0.001"; the machine judges it. */
  amount: z.string().optional(),
  installments: z.number().optional(),
  method: z.enum(["equal-principal", "level-payment"]).optional(),
  purpose: z.enum(["daily", "renovation", "education", "medical", "travel"]).optional(),
};

export const topics = [
  "credit-report",
  "rate",
  "limit",
  "early-payoff",
  "overdue",
  "how-to-repay",
  "safety",
  "products",
  /** Asked of the borrower's own case: how the score came about, why an amount is what it is, and so on. */
  "score",
  "why-amount",
  "comparison",
  "platforms",
  "visibility",
  "health",
  "eligibility",
  "schedule",
  /** Whether a due date can be moved. */
  "due-date",
  /** What a loan may and may not be used for. */
  "purpose",
  /** How soon the money comes. */
  "payout",
  "loan-status",
  /** Whether a repayment or a deduction went through. */
  "payment-status",
  "account",
  "contract",
  /** Of a product that is another company's. */
  "elsewhere",
  /** Worries: who is told, what follows when nobody pays, who lends, what can be had for less. */
  "who-knows",
  "pursuit",
  "lender",
  "waiver",
  "bargain",
  "documents",
  "upfront-fee",
  "not-mine",
  "trust",
  /** When and how often one is reminded or called. */
  "contact-hours",
  /** Numbers and hours of customer service. */
  "hotline",
  /** What is taken from accounts by itself. */
  "taken",
  /** Data to be deleted, a consent to be taken back. */
  "erase",
  /** What words such as 年化 mean. */
  "terms",
  /** Whether a loan can be taken back. */
  "regret",
  /** A minimum payment, or interest alone. */
  "minimum",
  /** Somebody who does not want to live. */
  "distress",
] as const;
export type Topic = (typeof topics)[number];

/** A loan whose cost is asked for before it is quoted, as far as it is named. */
export const exampleSchema = z.object({ amount: z.string().optional(), installments: z.number().optional() });
export type LoanExample = z.infer<typeof exampleSchema>;

/** Said where nothing is asked; "upset" is rude, "lost" did not follow. */
export const courtesies = ["thanks", "farewell", "yes", "upset", "lost", "anxious"] as const;

/** What was sent in place of words of one's own; "forwarded" is whatever another has written or sent. */
export const wordlessKinds = ["forwarded", "voice", "sticker", "picture", "video", "file", "other"] as const;
export type WordlessKind = (typeof wordlessKinds)[number];

/** Events that a message may have meant besides: each becomes a button, where it is checked as an event. */
export const alternativesSchema = z.array(z.looseObject({ type: z.string() }));

/** What should not have been typed, and was taken out before anything was made of it. */
export const secretKinds = [
  "id-number",
  "card-number",
  "phone",
  "code",
  "password",
  "email",
  "account-name",
  "document",
] as const;
export type SecretKind = (typeof secretKinds)[number];

/** What a borrower says, by text or by button. */
const borrowerEvents = [
  z.object({ type: z.literal("start") }),
  z.object({ type: z.literal("greet") }),
  z.object({ type: z.literal("courtesy"), of: z.enum(courtesies) }),
  z.object({ type: z.literal("help") }),
  z.object({ type: z.literal("where") }),
  z.object({ type: z.literal("mydata") }),
  z.object({ type: z.literal("ask"), topic: z.enum(topics), example: exampleSchema.optional() }),
  /** With what it may have meant, likeliest first. */
  z.object({
    type: z.literal("unclear"),
    alternatives: alternativesSchema.optional(),
    /** There were no words to understand. */
    wordless: z.enum(wordlessKinds).optional(),
  }),
  /** What else the message asked for, after what was done about it. */
  z.object({ type: z.literal("also"), alternatives: alternativesSchema }),
  z.object({ type: z.literal("out-of-scope") }),
  /** `besides`: it follows another event of the same message. */
  z.object({
    type: z.literal("secret.typed"),
    kinds: z.array(z.enum(secretKinds)),
    besides: z.literal(true).optional(),
  }),
  /** A yes where only the button itself agrees. */
  z.object({ type: z.literal("assent") }),
  z.object({ type: z.literal("cancel") }),
  z.object({ type: z.literal("back") }),
  z.object({ type: z.literal("home") }),
  z.object({ type: z.literal("language.choose") }),
  /** `heard`: told by what the borrower wrote, not chosen. */
  z.object({ type: z.literal("language.set"), locale, heard: z.literal(true).optional() }),
  /** A press of a button that is no longer the offer. */
  z.object({ type: z.literal("button.stale") }),
  z.object({ type: z.literal("privacy.accept") }),
  z.object({ type: z.literal("privacy.decline") }),
  z.object({ type: z.literal("locate") }),
  z.object({ type: z.literal("entry.choose"), entry: z.string() }),
  /** A product that is not Jiedao's to quote is explained. */
  z.object({ type: z.literal("product.choose"), product: z.string() }),
  /** A cart at a merchant's checkout, to be paid by a loan. */
  z.object({
    type: z.literal("buy"),
    merchant: z.string(),
    amount: z.string(),
    orderNumber: z.string().optional(),
  }),
  z.object({ type: z.literal("borrow"), ...slots }),
  /** `downPayment`: yuan that a shopper pays at the checkout; the loan pays the rest of the cart. */
  z.object({ type: z.literal("provide"), ...slots, downPayment: z.string().optional() }),
  z.object({ type: z.literal("identity.start") }),
  z.object({ type: z.literal("credit.authorise") }),
  z.object({ type: z.literal("credit.decline") }),
  z.object({ type: z.literal("retry") }),
  z.object({ type: z.literal("quote.accept"), hash }),
  z.object({ type: z.literal("quote.renew") }),
  z.object({ type: z.literal("amount.change") }),
  z.object({ type: z.literal("term.change") }),
  z.object({ type: z.literal("contract.accept"), hash }),
  z.object({ type: z.literal("sign"), hash }),
  z.object({ type: z.literal("loans.show") }),
  /** The loan calendar as a picture, and as a file for the phone's own calendar. */
  z.object({ type: z.literal("calendar.picture") }),
  z.object({ type: z.literal("calendar.file") }),
  z.object({ type: z.literal("reminder.choose") }),
  /** Days before the due date; 0 is "on the day only". */
  z.object({ type: z.literal("reminder.set"), daysBefore: z.number() }),
  z.object({ type: z.literal("reminder.hour.choose") }),
  /** Of the borrower's clock; the machine judges it. */
  z.object({ type: z.literal("reminder.hour"), hour: z.number() }),
  z.object({ type: z.literal("reminders.stop") }),
  z.object({ type: z.literal("reminders.resume") }),
  /** "2016-03-10T15:00", Asia/Shanghai: once more then. */
  z.object({ type: z.literal("snooze"), until: z.string() }),
  /** "I have paid already." */
  z.object({ type: z.literal("paid.claim") }),
  /** "I cannot pay." */
  z.object({ type: z.literal("hardship") }),
  z.object({ type: z.literal("promise.choose") }),
  /** Without an amount: what is due now, as it will stand then. */
  z.object({ type: z.literal("promise.make"), on: z.string(), amount: z.string().optional() }),
  z.object({ type: z.literal("promise.withdraw") }),
  z.object({ type: z.literal("extension.choose") }),
  z.object({ type: z.literal("extension.request"), on: z.string() }),
  /** Answered: what staff decide upon is not taken back here. */
  z.object({ type: z.literal("extension.withdraw") }),
  /** Staff are to hear of it, and why. */
  z.object({ type: z.literal("person.request"), reason: z.enum(requestReasons).optional() }),
  z.object({ type: z.literal("deduction.choose") }),
  z.object({ type: z.literal("deduction.set"), source: z.enum(deductionSources) }),
  z.object({ type: z.literal("deduction.stop") }),
  /** With the amount that was named, where one was. */
  z.object({ type: z.literal("repay"), amount: z.string().optional() }),
  z.object({ type: z.literal("repay.loan"), loanId: z.string() }),
  z.object({ type: z.literal("repay.kind"), kind: z.enum(["due", "partial", "payoff"]) }),
  z.object({ type: z.literal("repay.rail"), rail: z.enum(["balance", "bank-card", "credit-card"]) }),
  z.object({ type: z.literal("repay.confirm"), hash }),
  /** Sandbox only. */
  z.object({ type: z.literal("persona.show") }),
  z.object({ type: z.literal("persona.choose"), persona: z.string() }),
  z.object({ type: z.literal("clock.forward"), to: z.enum(["next-day", "next-due", "overdue"]) }),
] as const;

const allocation = z.object({ penalty: money, interest: money, principal: money, installment: z.number() });
const repaymentSchema = z.object({
  id: z.string(),
  kind: z.enum(["due", "partial", "payoff"]),
  amount: money,
  rail: z.enum(["balance", "bank-card", "credit-card"]),
  fee: money,
  valueDate: z.string(),
  allocations: z.array(allocation),
});
const installmentSchema = z.object({
  number: z.number(),
  dueDate: z.string(),
  days: z.number(),
  principal: money,
  interest: money,
  payment: money,
  balance: money,
});
const termsShape = {
  productId: z.string(),
  principal: money,
  method: z.enum(["equal-principal", "level-payment"]),
  installments: z.number(),
  dailyRate: z.string(),
  disbursedOn: z.string(),
  conventions: conventionsSchema,
};
export const loanSchema = z.object({
  ...termsShape,
  id: z.string(),
  number: z.string(),
  quoteId: z.string(),
  quoteHash: z.string(),
  schedule: z.array(installmentSchema),
  repayments: z.array(repaymentSchema),
  reversals: z
    .array(
      z.object({
        repaymentId: z.string(),
        bookedOn: z.string(),
        reason: z.enum(["bounced", "booked-in-error"]),
      }),
    )
    .optional(),
  refunds: z.array(z.object({ id: z.string(), amount: money, paidOn: z.string() })).optional(),
});
export const quoteSchema = z.object({
  ...termsShape,
  id: z.string(),
  annualRate: z.string(),
  schedule: z.array(installmentSchema),
  totalInterest: money,
  totalPayable: money,
  apr: z.object({ simple: z.string(), compounded: z.string() }),
  issuedAt: z.string(),
  expiresAt: z.string(),
  hash,
});
/** Reasons are checked by their code only: each code's own figures are written by domain/ alone. */
export const reasonSchema: z.ZodType<RefusalReason> = z.custom<RefusalReason>(
  (reason) => typeof reason === "object" && reason !== null && "code" in reason,
);
const dimensionSchema: z.ZodType<ScoredDimension> = z.custom<ScoredDimension>(
  (dimension) => typeof dimension === "object" && dimension !== null && "score" in dimension,
);
export const assessmentSchema = z.object({
  id: z.string(),
  productId: z.string(),
  decidedOn: z.string(),
  validUntil: z.string(),
  outcome: z.enum(["approved", "refused"]),
  score: z.string(),
  dimensions: z.array(dimensionSchema),
  tier: z.enum(["high-activity", "regular", "low-frequency"]),
  limit: money,
  dailyRate: z.string(),
  annualRate: z.string(),
  reasons: z.array(reasonSchema),
  sharing: z.object({ granted: money, usedElsewhere: money }).optional(),
});
/** What a person has to live on a month and has put by, as the authorised report shows it. Yuan. */
export const meansSchema = z.object({ monthly: money, savings: money });

/** What partners answered, by way of a command. */
const resultEvents = [
  z.object({ type: z.literal("identity.verified"), maskedName: z.string(), age: z.number() }),
  z.object({ type: z.literal("identity.refused"), reason: z.enum(["no-match", "document-expired"]) }),
  z.object({ type: z.literal("card.found"), bank: z.string(), tail: z.string() }),
  z.object({ type: z.literal("card.missing") }),
  z.object({
    type: z.literal("assessment.completed"),
    assessment: assessmentSchema,
    means: meansSchema.optional(),
  }),
  z.object({ type: z.literal("face.matched"), quoteId: z.string() }),
  z.object({ type: z.literal("face.refused"), quoteId: z.string() }),
  z.object({ type: z.literal("payout.completed"), loan: loanSchema }),
  z.object({
    type: z.literal("payout.refused"),
    quoteId: z.string(),
    /**
     * "too-late": the day named in the contract had passed before the money went. "in-arrears": something fell overdue
     * after the signature, and nobody was asked to pay out.
     */
    reason: z.enum(["card-rejected", "too-late", "in-arrears"]),
  }),
  z.object({ type: z.literal("repayment.completed"), loan: loanSchema, repayment: repaymentSchema }),
  z.object({
    type: z.literal("repayment.processing"),
    repaymentId: z.string(),
    loanId: z.string(),
    amount: money,
    reference: z.string(),
    arrivesOn: z.string(),
  }),
  z.object({
    type: z.literal("repayment.refused"),
    repaymentId: z.string(),
    reason: z.enum(["insufficient-funds", "card-rejected", "superseded"]),
    /** The loan as it is now, when that is why it was refused. */
    loan: loanSchema.optional(),
  }),
  /** An automatic deduction found nothing to do: the borrower had paid, or was paying. Nobody is told. */
  z.object({ type: z.literal("deduction.skipped"), loanId: z.string() }),
  /** The partner could not be reached in all its attempts; `command` names what was tried. */
  z.object({ type: z.literal("command.failed"), command: z.string() }),
] as const;

export const reminderStages = ["before", "due", "overdue-1", "overdue-2", "overdue-3"] as const;
export type ReminderStage = (typeof reminderStages)[number];

/** Deadlines that fired. */
const deadlineEvents = [
  z.object({ type: z.literal("quote.expired"), quoteId: z.string() }),
  z.object({ type: z.literal("idle.nudge") }),
  z.object({
    type: z.literal("reminder.due"),
    loanId: z.string(),
    installment: z.number(),
    stage: z.enum(reminderStages),
    /** Told already by another way: only what follows from it is to be set. */
    told: z.boolean().optional(),
  }),
  z.object({ type: z.literal("snooze.due"), loanId: z.string(), installment: z.number() }),
  z.object({ type: z.literal("arrangement.due"), of: z.enum(["promise", "extension"]), id: z.string() }),
  /** Staff decided upon what this borrower asked for. */
  z.object({
    type: z.literal("request.decided"),
    requestId: z.string(),
    decision: z.enum(["approved", "declined", "answered"]),
    until: z.string().optional(),
    reply: z.string().optional(),
  }),
  z.object({
    type: z.literal("collection.due"),
    repaymentId: z.string(),
    loanId: z.string(),
    reference: z.string(),
  }),
] as const;

const internalTypes: ReadonlySet<string> = new Set(
  [...resultEvents, ...deadlineEvents].map((schema) => schema.shape.type.value),
);
/** True for partners' answers and deadlines, false for what a borrower did. */
export const isInternal = (event: { type: string }): boolean => internalTypes.has(event.type);

export const journeyEventSchema = z.discriminatedUnion("type", [
  ...borrowerEvents,
  ...resultEvents,
  ...deadlineEvents,
]);
export type JourneyEvent = z.infer<typeof journeyEventSchema>;

const binding: ReadonlySet<JourneyEvent["type"]> = new Set([
  "privacy.accept",
  "credit.authorise",
  "quote.accept",
  "contract.accept",
  "sign",
  "repay.confirm",
  "deduction.set",
]);
/** Consents, to data being used or to money moving: only the button gives one, or its whole label in words. */
export const isBinding = ({ type }: JourneyEvent): boolean => binding.has(type);

/** Given to each event by the turn that carries it. */
export interface TurnStamp {
  turnId: string;
  /** The borrower's time, ISO 8601 with offset or Z. */
  at: string;
}
export type StampedEvent = JourneyEvent & TurnStamp;
