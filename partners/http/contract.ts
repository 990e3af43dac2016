/** The contract with the lender's services, described in docs/partners.md: paths, requests and answers. */
import { z } from "zod";
import type { BorrowerFacts } from "../../domain/eligibility/borrower-facts.ts";
import type { CollectResult, IdentityResult, SmsResult } from "../ports.ts";

const money = z.string().regex(/^\d{1,12}\.\d{2}$/);
const date = z.iso.date();
const count = z.int().min(0);
const reference = z.string().regex(/^[\w.-]{1,100}$/);

const call = { borrowerId: z.string().min(1), at: z.iso.datetime({ offset: true }) };

const identityAnswer: z.ZodType<IdentityResult> = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("verified"), maskedName: z.string().min(1), age: count }),
  z.object({ outcome: z.literal("refused"), reason: z.enum(["no-match", "document-expired"]) }),
]);

const borrowerFacts: z.ZodType<BorrowerFacts> = z.object({
  realNameVerified: z.boolean(),
  age: count,
  bankCardBound: z.boolean(),
  creditAuthorised: z.boolean(),
  whiteListed: z.array(z.string()),
  social: z.object({ chatDaysPerMonth: count, articleReadsPerMonth: count }),
  payments: z.object({
    paymentsPerDay: z.number().min(0),
    monthlySpending: money,
    monthlyTransfers: money,
    redPacketsPerMonth: count,
  }),
  credit: z.object({
    monthsOfHistory: count,
    overdueLast24Months: count,
    currentlyOverdue: z.boolean(),
    onTimeRepaymentsOnPlatform: count,
  }),
  assets: z.object({ moneyFund: money, investments: money }),
  deposits: money,
  profile: z.object({ city: z.string(), occupation: z.string(), device: z.string() }),
  elsewhere: z.object({ lenders: count, outstanding: money }),
});

const collectAnswer: z.ZodType<CollectResult> = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("collected"), reference, fee: money }),
  z.object({ outcome: z.literal("processing"), reference, fee: money, arrivesOn: date }),
  z.object({ outcome: z.literal("refused"), reason: z.enum(["insufficient-funds", "card-rejected"]) }),
]);

const smsAnswer: z.ZodType<SmsResult> = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("accepted"), reference }),
  z.object({ outcome: z.literal("refused"), reason: z.enum(["no-number", "opted-out"]) }),
]);

/** Every operation is a POST: the request as JSON, the idempotency key in the header `Idempotency-Key`. */
export const operations = {
  verifyName: {
    path: "/v1/identity/name-checks",
    request: z.object(call),
    answer: identityAnswer,
  },
  verifyFace: {
    path: "/v1/identity/face-checks",
    request: z.object(call),
    answer: z.object({ outcome: z.enum(["matched", "refused"]) }),
  },
  report: {
    path: "/v1/credit-reports",
    request: z.object(call),
    answer: borrowerFacts,
  },
  boundCard: {
    path: "/v1/bound-cards",
    request: z.object(call),
    answer: z.object({
      card: z.object({ bank: z.string().min(1), tail: z.string().regex(/^\d{4}$/) }).nullable(),
    }),
  },
  payOut: {
    path: "/v1/payouts",
    request: z.object({
      ...call,
      loanId: z.string().min(1),
      amount: money,
      notAfter: z.iso.datetime(),
      payee: z.object({ merchantId: z.string().min(1), orderNumber: z.string().min(1) }).optional(),
    }),
    answer: z.discriminatedUnion("outcome", [
      z.object({ outcome: z.literal("paid"), reference }),
      z.object({ outcome: z.literal("refused"), reason: z.enum(["card-rejected", "too-late"]) }),
    ]),
  },
  collect: {
    path: "/v1/collections",
    request: z.object({
      ...call,
      loanId: z.string().min(1),
      repaymentId: z.string().min(1),
      amount: money,
      rail: z.enum(["balance", "bank-card", "credit-card"]),
      maximumFee: money,
    }),
    answer: collectAnswer,
  },
  collection: {
    path: "/v1/collections/status",
    request: z.object({ ...call, reference }),
    answer: collectAnswer,
  },
  sendSms: {
    path: "/v1/text-messages",
    request: z.object({ ...call, text: z.string().min(1).max(500) }),
    answer: smsAnswer,
  },
} as const;

export type OperationName = keyof typeof operations;
export type OperationRequest<Name extends OperationName> = z.infer<(typeof operations)[Name]["request"]>;
export type OperationAnswer<Name extends OperationName> = z.infer<(typeof operations)[Name]["answer"]>;
