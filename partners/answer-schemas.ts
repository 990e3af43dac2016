/** Fields and answers of the contract that more than one operation has, or that are long. */
import { z } from "zod";
import type { BorrowerFacts } from "../domain/eligibility/borrower-facts.ts";
import { answerOf, refusals } from "./operation-definition.ts";

/** Yuan with two decimals: "2145.00". */
export const moneySchema = z.string().regex(/^\d{1,12}\.\d{2}$/);
const date = z.iso.date();
export const countSchema = z.int().min(0);
export const reference = z.string().regex(/^[\w.-]{1,100}$/);

export const borrowerFacts: z.ZodType<BorrowerFacts> = z.object({
  realNameVerified: z.boolean(),
  age: countSchema,
  bankCardBound: z.boolean(),
  creditAuthorised: z.boolean(),
  whiteListed: z.array(z.string()),
  social: z.object({ chatDaysPerMonth: countSchema, articleReadsPerMonth: countSchema }),
  payments: z.object({
    paymentsPerDay: z.number().min(0),
    monthlySpending: moneySchema,
    monthlyTransfers: moneySchema,
    redPacketsPerMonth: countSchema,
  }),
  credit: z.object({
    monthsOfHistory: countSchema,
    overdueLast24Months: countSchema,
    currentlyOverdue: z.boolean(),
    onTimeRepaymentsOnPlatform: countSchema,
  }),
  assets: z.object({ moneyFund: moneySchema, investments: moneySchema }),
  deposits: moneySchema,
  profile: z.object({ city: z.string(), occupation: z.string(), device: z.string() }),
  elsewhere: z.object({ lenders: countSchema, outstanding: moneySchema }),
});

export const exampleFacts: BorrowerFacts = {
  realNameVerified: true,
  age: 32,
  bankCardBound: true,
  creditAuthorised: true,
  whiteListed: ["weilidai"],
  social: { chatDaysPerMonth: 27, articleReadsPerMonth: 30 },
  payments: {
    paymentsPerDay: 1.5,
    monthlySpending: "4600.00",
    monthlyTransfers: "3200.00",
    redPacketsPerMonth: 8,
  },
  credit: {
    monthsOfHistory: 48,
    overdueLast24Months: 0,
    currentlyOverdue: false,
    onTimeRepaymentsOnPlatform: 6,
  },
  assets: { moneyFund: "12000.00", investments: "20000.00" },
  deposits: "6000.00",
  profile: { city: "hangzhou", occupation: "employee", device: "flagship" },
  elsewhere: { lenders: 1, outstanding: "0.00" },
};

/** What became of a collection. */
export const collectionAnswers = {
  collected: answerOf(z.object({ outcome: z.literal("collected"), reference, fee: moneySchema }), {
    outcome: "collected",
    reference: "C-20261110-0001",
    fee: "0.00",
  }),
  processing: {
    ...answerOf(
      z.object({ outcome: z.literal("processing"), reference, fee: moneySchema, arrivesOn: date }),
      {
        outcome: "processing",
        reference: "C-20261110-0001",
        fee: "0.00",
        arrivesOn: "2026-11-11",
      },
    ),
    when: "the money is on its way and arrives on that day",
  },
  ...refusals({
    "insufficient-funds": "the account does not hold the amount",
    "card-rejected": "there is no such card, or its bank will not",
  }),
};
