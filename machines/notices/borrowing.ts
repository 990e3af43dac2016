/** What is told on the way to a loan. Amounts in yuan. */
import { z } from "zod";
import { amountRefusals, requestChangeSchema } from "../request-schema.ts";
import type { NoticeDefinition } from "./definition.ts";

const told = { payload: {}, prompt: "full", passes: false, money: false } as const;
const bounds = { minimum: z.string(), maximum: z.string() };

export const borrowingNotices = {
  "consent-first": told,
  "privacy-declined": told,
  "privacy-accepted": { ...told, passes: true },
  "credit-declined": told,
  "identity-verified": { ...told, payload: { maskedName: z.string() } },
  "identity-refused": { ...told, payload: { reason: z.enum(["no-match", "document-expired"]) } },
  "card-found": { ...told, payload: { bank: z.string(), tail: z.string() } },
  approved: told,
  /** `quoteVoided`: a quote of the old product no longer counts. `dropped`: asked for, and not offered by the new one. */
  "product-changed": {
    ...told,
    payload: {
      from: z.string(),
      to: z.string(),
      quoteVoided: z.boolean(),
      dropped: z.array(z.enum(["amount", "installments"])),
    },
  },
  "product-explained": { ...told, payload: { productId: z.string() }, prompt: "resumed" },
  "above-cap": { ...told, payload: { apr: z.string() }, money: true },
  "down-payment": {
    ...told,
    payload: { merchantId: z.string(), amount: z.string(), financed: z.string() },
  },
  "down-payment-refused": {
    ...told,
    payload: { given: z.string(), cart: z.string(), maximum: z.string() },
  },
  "purchase-begun": { ...told, payload: { merchantId: z.string(), amount: z.string() } },
  "purchase-refused": {
    ...told,
    payload: { reason: z.enum(["unknown-merchant", "amount"]), ...bounds },
  },
  /** It names what is allowed: the same question again would only repeat it. */
  "amount-refused": {
    ...told,
    payload: { reason: z.enum(amountRefusals), given: z.string(), ...bounds },
    prompt: { replacedAt: ["quoting.askingAmount", "repaying.askingAmount"] },
  },
  "term-refused": {
    ...told,
    payload: { given: z.number(), allowed: z.array(z.number()) },
    prompt: { replacedAt: ["quoting.askingTerm"] },
  },
  /** No new loan while something is overdue. */
  arrears: { ...told, prompt: "resumed", money: true },
  "limit-used": { ...told, payload: { free: z.string().optional() } },
  /** `quoteVoided`: a quote was on screen, and no longer counts. */
  corrected: {
    ...told,
    payload: { changes: z.array(requestChangeSchema), quoteVoided: z.boolean().optional() },
  },
  /** What it is to be changed to. */
  "change-asked": { ...told, payload: { slot: z.enum(["amount", "installments"]) }, prompt: "replaced" },
  "quote-left": told,
  "quote-expired": told,
  "quote-renewed": told,
  "face-matched": told,
  "face-refused": told,
  /** `merchantId`: whom the money went to, when it paid for a cart. */
  "paid-out": {
    ...told,
    payload: { loanId: z.string(), merchantId: z.string().optional() },
    money: true,
  },
  "payout-refused": {
    ...told,
    payload: { reason: z.enum(["card-rejected", "too-late", "in-arrears"]) },
    money: true,
  },
} as const satisfies Record<string, NoticeDefinition>;
