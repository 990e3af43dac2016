/** What the journey remembers: plain JSON, so that a snapshot can be stored, validated and rebuilt. */
import { z } from "zod";
import { requestReasons } from "../domain/contact/request-reasons.ts";
import { locales } from "../domain/language/languages.ts";
import { deductionSources } from "../domain/repayment/deduction-sources.ts";
import { assessmentSchema, meansSchema, reasonSchema } from "./assessment-schema.ts";
import { loanSchema, quoteSchema } from "./loan-schema.ts";
import {
  alternativesSchema,
  courtesies,
  exampleSchema,
  secretKinds,
  wordlessKinds,
} from "./message-kinds.ts";
import { topics } from "./topics.ts";

const requestSchema = z.object({
  amount: z.string().optional(),
  installments: z.number().optional(),
  method: z.enum(["equal-principal", "level-payment"]).optional(),
  purpose: z.enum(["daily", "renovation", "education", "medical", "travel"]).optional(),
});
export type LoanRequest = z.infer<typeof requestSchema>;
export type Purpose = NonNullable<LoanRequest["purpose"]>;

const change = z.object({
  slot: z.enum(["amount", "installments", "method", "purpose"]),
  from: z.string(),
  to: z.string(),
});
export type RequestChange = z.infer<typeof change>;

export const amountRefusals = [
  "not-a-number",
  "not-positive",
  "too-many-decimals",
  "too-small",
  "too-large",
] as const;

/** Days that a borrower named and cannot have: the first and the last of those they can. */
const dateRefused = { given: z.string(), from: z.string(), to: z.string() };

/** What just happened, told before the stage's own prompt; replaced at every turn. */
const noticeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("hello") }),
  /** The stored conversation could not be opened: its place was made from the books. */
  z.object({ kind: z.literal("place-found") }),
  /** `person`: not the first miss in a row, so a person is offered. */
  z.object({
    kind: z.literal("unclear"),
    alternatives: alternativesSchema.optional(),
    wordless: z.enum(wordlessKinds).optional(),
    person: z.boolean().optional(),
  }),
  z.object({ kind: z.literal("also"), alternatives: alternativesSchema }),
  z.object({ kind: z.literal("out-of-scope"), person: z.boolean().optional() }),
  z.object({ kind: z.literal("secret-typed"), kinds: z.array(z.enum(secretKinds)) }),
  z.object({ kind: z.literal("help") }),
  z.object({ kind: z.literal("where") }),
  z.object({ kind: z.literal("mydata") }),
  z.object({ kind: z.literal("answer"), topic: z.enum(topics), example: exampleSchema.optional() }),
  z.object({ kind: z.literal("calendar"), form: z.enum(["picture", "file"]) }),
  z.object({ kind: z.literal("choose-language") }),
  z.object({ kind: z.literal("language-set") }),
  z.object({ kind: z.literal("choose-persona") }),
  z.object({ kind: z.literal("stale-button") }),
  z.object({ kind: z.literal("not-now") }),
  z.object({ kind: z.literal("button-needed") }),
  z.object({ kind: z.literal("courtesy"), of: z.enum(courtesies) }),
  /** `of`: what was given up, where it was under way. */
  z.object({ kind: z.literal("cancelled"), of: z.enum(["application", "repayment"]).optional() }),
  z.object({ kind: z.literal("quote-left") }),
  z.object({ kind: z.literal("cannot-cancel") }),
  z.object({ kind: z.literal("consent-first") }),
  z.object({ kind: z.literal("privacy-declined") }),
  z.object({ kind: z.literal("privacy-accepted") }),
  z.object({ kind: z.literal("credit-declined") }),
  z.object({ kind: z.literal("identity-verified"), maskedName: z.string() }),
  z.object({ kind: z.literal("identity-refused"), reason: z.enum(["no-match", "document-expired"]) }),
  z.object({ kind: z.literal("card-found"), bank: z.string(), tail: z.string() }),
  z.object({ kind: z.literal("approved") }),
  z.object({
    kind: z.literal("product-changed"),
    from: z.string(),
    to: z.string(),
    /** A quote of the old product no longer counts. */
    quoteVoided: z.boolean(),
    /** What was asked for and the new product does not offer. */
    dropped: z.array(z.enum(["amount", "installments"])),
  }),
  z.object({ kind: z.literal("product-explained"), productId: z.string() }),
  z.object({ kind: z.literal("above-cap"), apr: z.string() }),
  z.object({
    kind: z.literal("down-payment"),
    merchantId: z.string(),
    amount: z.string(),
    financed: z.string(),
  }),
  z.object({
    kind: z.literal("down-payment-refused"),
    given: z.string(),
    cart: z.string(),
    maximum: z.string(),
  }),
  z.object({ kind: z.literal("purchase-begun"), merchantId: z.string(), amount: z.string() }),
  z.object({
    kind: z.literal("purchase-refused"),
    reason: z.enum(["unknown-merchant", "amount"]),
    minimum: z.string(),
    maximum: z.string(),
  }),
  z.object({
    kind: z.literal("amount-refused"),
    reason: z.enum(amountRefusals),
    given: z.string(),
    minimum: z.string(),
    maximum: z.string(),
  }),
  /** No new loan while something is overdue. */
  z.object({ kind: z.literal("arrears") }),
  z.object({ kind: z.literal("limit-used"), free: z.string().optional() }),
  z.object({ kind: z.literal("term-refused"), given: z.number(), allowed: z.array(z.number()) }),
  /** `quoteVoided`: a quote was on screen, and no longer counts. */
  z.object({
    kind: z.literal("corrected"),
    changes: z.array(change),
    quoteVoided: z.boolean().optional(),
  }),
  /** What it is to be changed to. */
  z.object({ kind: z.literal("change-asked"), slot: z.enum(["amount", "installments"]) }),
  z.object({ kind: z.literal("quote-expired") }),
  z.object({ kind: z.literal("quote-renewed") }),
  z.object({ kind: z.literal("face-matched") }),
  z.object({ kind: z.literal("face-refused") }),
  /** `merchantId`: whom the money went to, when it paid for a cart. */
  z.object({ kind: z.literal("paid-out"), loanId: z.string(), merchantId: z.string().optional() }),
  z.object({
    kind: z.literal("payout-refused"),
    reason: z.enum(["card-rejected", "too-late", "in-arrears"]),
  }),
  z.object({ kind: z.literal("partner-unreachable") }),
  z.object({ kind: z.literal("reminder-saved"), daysBefore: z.number() }),
  z.object({ kind: z.literal("days-refused"), given: z.number(), most: z.number() }),
  z.object({ kind: z.literal("hour-saved"), hour: z.number() }),
  z.object({ kind: z.literal("hour-refused"), reason: z.enum(["quiet", "not-whole"]) }),
  z.object({ kind: z.literal("reminders-stopped") }),
  z.object({ kind: z.literal("reminders-resumed") }),
  /** `moved`: the time asked for lies in the quiet hours. */
  z.object({ kind: z.literal("snoozed"), until: z.string(), moved: z.boolean() }),
  z.object({ kind: z.literal("snooze-refused"), reason: z.enum(["past", "too-far"]) }),
  z.object({ kind: z.literal("nothing-owed") }),
  z.object({ kind: z.literal("paid-claimed") }),
  z.object({ kind: z.literal("promise-made") }),
  z.object({ kind: z.literal("promise-withdrawn") }),
  z.object({ kind: z.literal("promise-refused"), ...dateRefused }),
  z.object({ kind: z.literal("extension-asked") }),
  z.object({ kind: z.literal("extension-pending") }),
  z.object({ kind: z.literal("extension-refused"), ...dateRefused }),
  /** `again`: it waits for staff already. */
  z.object({ kind: z.literal("person-asked"), reason: z.enum(requestReasons), again: z.boolean() }),
  z.object({
    kind: z.literal("request-decided"),
    decision: z.enum(["approved", "declined", "answered"]),
    until: z.string().optional(),
    /** What staff wrote, as they wrote it. */
    reply: z.string().optional(),
  }),
  /** The day of a promise, or of an extension, with something still to pay. */
  z.object({ kind: z.literal("day-has-come"), of: z.enum(["promise", "extension"]) }),
  z.object({ kind: z.literal("deduction-saved") }),
  z.object({ kind: z.literal("deduction-stopped") }),
  z.object({ kind: z.literal("deduction-none") }),
  z.object({
    kind: z.literal("reminder"),
    loanId: z.string(),
    installment: z.number(),
    stage: z.enum(["before", "due", "overdue-1", "overdue-2", "overdue-3"]),
  }),
  z.object({ kind: z.literal("nudge") }),
  z.object({ kind: z.literal("nothing-due") }),
  z.object({ kind: z.literal("repaid"), loanId: z.string(), repaymentId: z.string(), settled: z.boolean() }),
  z.object({ kind: z.literal("repayment-processing"), amount: z.string(), arrivesOn: z.string() }),
  z.object({
    kind: z.literal("repayment-refused"),
    reason: z.enum(["insufficient-funds", "card-rejected", "superseded"]),
  }),
  z.object({ kind: z.literal("persona-chosen"), persona: z.string() }),
  z.object({ kind: z.literal("clock-moved"), to: z.string() }),
]);
export type Notice = z.infer<typeof noticeSchema>;

/** A repayment as offered for confirmation: the borrower agrees to exactly this. */
const repaymentOfferSchema = z.object({
  loanId: z.string(),
  kind: z.enum(["due", "partial", "payoff"]).optional(),
  amount: z.string().optional(),
  rail: z.enum(["balance", "bank-card", "credit-card"]).optional(),
  /** The most that the rail may take on top of the amount: what is agreed to. */
  maximumFee: z.string().optional(),
  /** Over loan, kind, amount, rail, its highest fee and value date; present once all are known. */
  hash: z.string().optional(),
  valueDate: z.string().optional(),
});
export type RepaymentOffer = z.infer<typeof repaymentOfferSchema>;

const applicationSchema = z.object({
  productId: z.string(),
  creditAuthorised: z.boolean(),
  assessment: assessmentSchema.nullable(),
});

/** How this borrower is to be reminded, deducted from, and given time. Dates and hours are Asia/Shanghai. */
const arrangementsSchema = z.object({
  /** Null: never chosen. */
  hour: z.number().nullable(),
  /** Only required notices are told. */
  stopped: z.boolean(),
  snooze: z.object({ until: z.string(), loanId: z.string(), installment: z.number() }).nullable(),
  promise: z
    .object({
      id: z.string(),
      madeOn: z.string(),
      promisedOn: z.string(),
      amount: z.string(),
      paidBefore: z.string(),
    })
    .nullable(),
  extension: z
    .object({
      id: z.string(),
      loanId: z.string(),
      installment: z.number(),
      until: z.string(),
      decision: z.enum(["waiting", "approved", "declined"]),
    })
    .nullable(),
  /** Null: nothing is deducted. */
  deduction: z.enum(deductionSources).nullable(),
  /** For a person, not answered yet. The id is that of the turn it was made in. */
  requests: z.array(z.object({ id: z.string(), reason: z.enum(requestReasons) })),
});
export type Arrangements = z.infer<typeof arrangementsSchema>;

export const noArrangements: Arrangements = {
  hour: null,
  stopped: false,
  snooze: null,
  promise: null,
  extension: null,
  deduction: null,
  requests: [],
};

const purchaseSchema = z.object({ merchantId: z.string(), orderNumber: z.string(), amount: z.string() });

export const journeyContextSchema = z.object({
  borrowerId: z.string(),
  locale: z.enum(locales).nullable(),
  /** Chosen outright: until the next choice what is written does not change it. */
  localeChosen: z.boolean().optional(),
  /** True where partners are pretended: money messages say so, the clock may be moved. */
  sandbox: z.boolean(),
  persona: z.string().nullable(),
  privacyAccepted: z.boolean(),
  creditAuthorised: z.boolean(),
  identity: z.object({ maskedName: z.string(), age: z.number() }).nullable(),
  card: z.object({ bank: z.string(), tail: z.string() }).nullable(),
  productId: z.string(),
  entry: z.string().nullable(),
  /** What the borrower came for, until the privacy note is agreed to. */
  wish: z.enum(["borrow", "locate"]).optional(),
  request: requestSchema,
  /** Of the product chosen. */
  assessment: assessmentSchema.nullable(),
  /** What is known for products chosen before: it comes back when they are chosen again. */
  setAside: z.array(applicationSchema).optional(),
  means: meansSchema.optional(),
  /** The cart that the loan is to pay for; the money goes to its merchant. */
  purchase: purchaseSchema.optional(),
  /** Why the way ended in checkingEligibility.refused. */
  refusal: z.array(reasonSchema),
  quote: quoteSchema.nullable(),
  /** Open and settled loans, oldest first. */
  loans: z.array(loanSchema),
  /** Repayments on their way, not yet counted. */
  processing: z.array(
    z.object({
      repaymentId: z.string(),
      loanId: z.string(),
      amount: z.string(),
      arrivesOn: z.string(),
      /** Asia/Shanghai date; absent in what an older release stored. */
      sentOn: z.string().optional(),
    }),
  ),
  /** The last repayment or deduction that did not go through, until one does. `on`: Asia/Shanghai date. */
  refusedPayment: z
    .object({ on: z.string(), reason: z.enum(["insufficient-funds", "card-rejected"]) })
    .optional(),
  repayment: repaymentOfferSchema.nullable(),
  reminderDaysBefore: z.number(),
  arrangements: arrangementsSchema,
  notices: z.array(noticeSchema),
  /** Messages in a row that were not understood. */
  misses: z.number().default(0),
  /** The borrower's time at the last event, ISO 8601. */
  at: z.string(),
});
export type JourneyContext = z.infer<typeof journeyContextSchema>;
