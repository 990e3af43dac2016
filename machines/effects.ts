/**
 * Effects are data: what a transition wants done, for the shell to store in the turn's transaction.
 * Facts are written there and then; commands run after the commit, as jobs; deadlines are keyed jobs.
 */

import type { ReminderStage } from "../domain/contact/reminder-stages.ts";
import type { RequestReason } from "../domain/contact/request-reasons.ts";
import type { Assessment } from "../domain/eligibility/assessment.ts";
import type { PaymentPromise } from "../domain/overdue/promise-status.ts";
import type { Quote } from "../domain/pricing/quote.ts";
import type { DeductionSource } from "../domain/repayment/deduction-sources.ts";
import type { Command } from "./commands.ts";
import type { JourneyEvent } from "./journey-events.ts";

export type ConsentKind = "privacy" | "credit" | "contract" | "deduction";

export type Fact =
  /** `subject`: the version of the policy agreed to, the quote's hash, or where deductions are taken from. */
  | { fact: "consent.given"; kind: ConsentKind; subject: string }
  | { fact: "identity.recorded"; maskedName: string; age: number }
  | { fact: "card.recorded"; bank: string; tail: string }
  | { fact: "persona.chosen"; persona: string }
  | { fact: "assessment.made"; assessment: Assessment }
  | { fact: "quote.issued"; quote: Quote }
  | { fact: "quote.voided"; quoteId: string; reason: "corrected" | "expired" | "cancelled" }
  /** The loan's id is the quote's: one quote can become one loan only. */
  | { fact: "loan.signed"; quote: Quote }
  | { fact: "loan.abandoned"; loanId: string }
  /** The person's face matched, for signing this quote and no other. */
  | { fact: "face.verified"; quoteId: string }
  | { fact: "reminder.chosen"; daysBefore: number }
  | { fact: "reminder.hour-chosen"; hour: number }
  | { fact: "reminders.stopped" }
  | { fact: "reminders.resumed" }
  /** It takes the place of one that is open. The id is the turn's. */
  | { fact: "promise.made"; promise: PaymentPromise & { id: string } }
  | { fact: "promise.withdrawn"; on: string }
  /** Of an extension: for which installment, until which day. */
  | {
      fact: "staff.asked";
      kind: "extension";
      of: { loanId: string; installment: number; until: string };
    }
  | { fact: "staff.asked"; kind: "person"; reason: RequestReason }
  /** Null: nothing is deducted any more. */
  | { fact: "deduction.chosen"; source: DeductionSource | null }
  | { fact: "reminder.raised"; loanId: string; installment: number; stage: ReminderStage };

export type Deadline =
  | { deadline: "set"; key: string; at: string; event: JourneyEvent }
  /** Clears the deadline of that key, or all whose keys begin with it when it ends in ":". */
  | { deadline: "clear"; key: string };

/** Sandbox only: moves this borrower's clock to a later instant. */
export interface ClockMove {
  clock: "forward";
  to: string;
}

export type Effect = Fact | Command | Deadline | ClockMove;
