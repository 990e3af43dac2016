/** What a borrower asks for, as snapshots and notices carry it. */
import { z } from "zod";

export const requestSchema = z.object({
  amount: z.string().optional(),
  installments: z.number().optional(),
  method: z.enum(["equal-principal", "level-payment"]).optional(),
  purpose: z.enum(["daily", "renovation", "education", "medical", "travel"]).optional(),
});
export type LoanRequest = z.infer<typeof requestSchema>;
export type Purpose = NonNullable<LoanRequest["purpose"]>;

export const requestChangeSchema = z.object({
  slot: z.enum(["amount", "installments", "method", "purpose"]),
  from: z.string(),
  to: z.string(),
});
export type RequestChange = z.infer<typeof requestChangeSchema>;

export const amountRefusals = [
  "not-a-number",
  "not-positive",
  "too-many-decimals",
  "too-small",
  "too-large",
] as const;
