/** Quotes, loans and repayments, as events and snapshots carry them. Amounts in yuan, rates as decimals, dates of Asia/Shanghai. */
import { z } from "zod";
import { conventionsSchema } from "./conventions-schema.ts";

const money = z.string();

const allocation = z.object({ penalty: money, interest: money, principal: money, installment: z.number() });
export const repaymentSchema = z.object({
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
  hash: z.string(),
});
