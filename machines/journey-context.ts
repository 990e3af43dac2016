/** What the journey remembers: plain JSON, so that a snapshot can be stored, validated and rebuilt. */
import { z } from "zod";
import { requestReasons } from "../domain/contact/request-reasons.ts";
import { locales } from "../domain/language/languages.ts";
import { deductionSources } from "../domain/repayment/deduction-sources.ts";
import { assessmentSchema, meansSchema, reasonSchema } from "./assessment-schema.ts";
import { loanSchema, quoteSchema } from "./loan-schema.ts";
import { noticeSchema } from "./notices/table.ts";
import { requestSchema } from "./request-schema.ts";

export type { Notice } from "./notices/table.ts";

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
