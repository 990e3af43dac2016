/** What partners answered, by way of a command. Amounts in yuan, dates of Asia/Shanghai. */
import { z } from "zod";
import { assessmentSchema, meansSchema } from "../assessment-schema.ts";
import { loanSchema, repaymentSchema } from "../loan-schema.ts";
import type { EventDefinition } from "./definition.ts";

const answer = { from: "partner", reads: "books", heard: true } as const;

export const partnerAnswers = {
  "identity.verified": { ...answer, payload: { maskedName: z.string(), age: z.number() } },
  "identity.refused": { ...answer, payload: { reason: z.enum(["no-match", "document-expired"]) } },
  "card.found": { ...answer, payload: { bank: z.string(), tail: z.string() } },
  "card.missing": { ...answer, payload: {} },
  "assessment.completed": {
    ...answer,
    payload: { assessment: assessmentSchema, means: meansSchema.optional() },
  },
  "face.matched": { ...answer, payload: { quoteId: z.string() } },
  "face.refused": { ...answer, payload: { quoteId: z.string() } },
  "payout.completed": { ...answer, payload: { loan: loanSchema } },
  /**
   * "too-late": the day named in the contract had passed before the money went. "in-arrears": something fell overdue
   * after the signature, and nobody was asked to pay out.
   */
  "payout.refused": {
    ...answer,
    reads: "loans",
    payload: { quoteId: z.string(), reason: z.enum(["card-rejected", "too-late", "in-arrears"]) },
  },
  "repayment.completed": { ...answer, payload: { loan: loanSchema, repayment: repaymentSchema } },
  "repayment.processing": {
    ...answer,
    payload: {
      repaymentId: z.string(),
      loanId: z.string(),
      amount: z.string(),
      reference: z.string(),
      arrivesOn: z.string(),
    },
  },
  /** `loan`: as it is now, when that is why it was refused. */
  "repayment.refused": {
    ...answer,
    payload: {
      repaymentId: z.string(),
      reason: z.enum(["insufficient-funds", "card-rejected", "superseded"]),
      loan: loanSchema.optional(),
    },
  },
  /** An automatic deduction found nothing to do: the borrower had paid, or was paying. Nobody is told. */
  "deduction.skipped": { ...answer, payload: { loanId: z.string() }, heard: false },
  /** The partner could not be reached in all its attempts; `command` names what was tried. */
  "command.failed": { ...answer, payload: { command: z.string() } },
} as const satisfies Record<string, EventDefinition>;
