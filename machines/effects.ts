/**
 * Effects are data: what a transition wants done, for the shell to store in the turn's transaction.
 * Facts are written there and then; commands run after the commit, as jobs; deadlines are keyed jobs.
 */

import type { ReminderStage } from "../domain/contact/reminder-plan.ts";
import type { RequestReason } from "../domain/contact/request-reasons.ts";
import type { Assessment } from "../domain/eligibility/assessment.ts";
import type { RepaymentKind } from "../domain/loan/loan.ts";
import type { PaymentPromise } from "../domain/overdue/promise.ts";
import type { Quote } from "../domain/pricing/quote.ts";
import type { DeductionSource } from "../domain/repayment/deduction-sources.ts";
import type { RailId } from "../domain/repayment/rails.ts";
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

/** `key` is the idempotency key: the database keeps one command a key. */
export type Command =
  | { command: "verifyName"; key: string }
  | { command: "findCard"; key: string }
  /** `purchase`: a cart is to be paid, which is a consumption scene. */
  | { command: "assess"; key: string; productId: string; purchase?: boolean }
  | { command: "verifyFace"; key: string; quoteId: string }
  | {
      command: "payOut";
      key: string;
      loanId: string;
      amount: string;
      /** The merchant of a purchase; the borrower's own card without one. */
      payee?: { merchantId: string; orderNumber: string };
    }
  | {
      command: "collect";
      key: string;
      /** The borrower's time at the confirmation: it counts for that day, however late the rail answers. */
      confirmedAt: string;
      repaymentId: string;
      loanId: string;
      kind: RepaymentKind;
      amount: string;
      rail: RailId;
      /** The most that the rail may take on top, as agreed to. */
      maximumFee: string;
      /** Repayments the loan had when this one was offered: another one in between supersedes it. */
      expectedRepayments: number;
    }
  /** An automatic deduction: planned by the daily close of `on`, which it counts for, or by a sandbox clock that leaps over that day. */
  | {
      command: "deduct";
      key: string;
      loanId: string;
      on: string;
      source: DeductionSource;
    }
  | { command: "checkCollection"; key: string; repaymentId: string; loanId: string; reference: string };
export type CommandName = Command["command"];

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
