/** Deadlines that fired, and what staff decided. */
import { z } from "zod";
import { reminderStages } from "../../domain/contact/reminder-stages.ts";
import type { EventDefinition } from "./definition.ts";

const deadline = { from: "deadline", reads: "books", heard: true } as const;

export const deadlineEvents = {
  "quote.expired": { ...deadline, payload: { quoteId: z.string() } },
  "idle.nudge": { ...deadline, payload: {} },
  /** `told`: already by another way: only what follows from it is to be set. */
  "reminder.due": {
    ...deadline,
    payload: {
      loanId: z.string(),
      installment: z.number(),
      stage: z.enum(reminderStages),
      told: z.boolean().optional(),
    },
  },
  "snooze.due": { ...deadline, payload: { loanId: z.string(), installment: z.number() } },
  "arrangement.due": { ...deadline, payload: { of: z.enum(["promise", "extension"]), id: z.string() } },
  "collection.due": {
    ...deadline,
    payload: { repaymentId: z.string(), loanId: z.string(), reference: z.string() },
  },
  /** Staff decided upon what this borrower asked for. */
  "request.decided": {
    from: "staff",
    payload: {
      requestId: z.string(),
      decision: z.enum(["approved", "declined", "answered"]),
      until: z.string().optional(),
      reply: z.string().optional(),
    },
    reads: "books",
    heard: true,
  },
} as const satisfies Record<string, EventDefinition>;
