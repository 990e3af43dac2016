/**
 * The life of one loan, from its signature to its end. Pure, as the journey is: stepped by what is booked and by
 * business dates, each with how late the loan then is. Booking asks it for the next stage (`advanceLoan`); the daily
 * close reaches the same stages set-based (db/close/reckon.ts), and Postgres lets a loan's status change in no other
 * way (guard_loan): tests compare both with this table.
 */
import { type StateValue, transition } from "xstate";
import type { LoanEvent } from "./loan/loan-events.ts";
import { type LoanStatus, loanSetup, loanStatuses } from "./loan/setup.ts";
import { reopening, steps } from "./loan/steps.ts";

export type { LoanEvent } from "./loan/loan-events.ts";
export type { LoanStatus } from "./loan/setup.ts";

export const loanLife = loanSetup.createMachine({
  id: "loan",
  description: "The life of one loan, from its signature to its end.",
  initial: "signed",
  states: {
    signed: {
      description: "The contract is signed and the money on its way out.",
      meta: { actsNext: "partner" },
      tags: "signed",
      on: { paidOut: { target: "active" }, abandoned: { target: "abandoned" } },
    },
    abandoned: {
      type: "final",
      description: "The money could not be paid out: nothing is owed.",
      meta: { actsNext: "nobody" },
      tags: "abandoned",
    },
    active: {
      description: "Nothing is due, nor soon.",
      meta: { actsNext: "borrower" },
      tags: "active",
      on: steps,
    },
    dueSoon: {
      description: "The next installment is as near as the borrower wishes to be told.",
      meta: { actsNext: "borrower" },
      tags: "active",
      on: steps,
    },
    due: {
      description: "An installment is due today.",
      meta: { actsNext: "borrower" },
      tags: "active",
      on: steps,
    },
    overdue: {
      description: "An installment is unpaid after its day; three stages of collection follow each other.",
      tags: "active",
      initial: "reminder",
      states: {
        reminder: { description: "A reminder by message.", meta: { actsNext: "borrower" } },
        call: { description: "A person of the staff calls.", meta: { actsNext: "staff" } },
        letter: { description: "A letter goes out.", meta: { actsNext: "staff" } },
      },
      on: {
        ...steps,
        writeOff: { target: "writtenOff", description: "Only what is overdue can be written off." },
      },
    },
    settled: {
      description: "All is paid. Only a payment that bounces opens it again.",
      meta: { actsNext: "nobody" },
      tags: "settled",
      on: reopening,
    },
    writtenOff: {
      type: "final",
      description: "Off the books as an asset, and still owed: payments are booked, nothing else happens.",
      meta: { actsNext: "nobody" },
      tags: "written-off",
    },
  },
});

/** Of a loan that was paid out, as stored at each close and listed. */
export const loanStages = [
  "active",
  "due-soon",
  "due",
  "overdue-reminder",
  "overdue-call",
  "overdue-letter",
  "settled",
  "written-off",
] as const;
export type LoanStage = (typeof loanStages)[number];

/** Every place of the machine, as a name: the stages, and what is before them or instead of them. */
export const loanPlaces = ["signed", "abandoned", ...loanStages] as const;
export type LoanPlace = (typeof loanPlaces)[number];

const values: Record<LoanPlace, StateValue> = {
  signed: "signed",
  abandoned: "abandoned",
  active: "active",
  "due-soon": "dueSoon",
  due: "due",
  "overdue-reminder": { overdue: "reminder" },
  "overdue-call": { overdue: "call" },
  "overdue-letter": { overdue: "letter" },
  settled: "settled",
  "written-off": "writtenOff",
};

/** Of a loan just paid out, until its first close. */
export const FIRST_STAGE: LoanStage = "active";

const snapshotAt = (place: LoanPlace) => loanLife.resolveState({ value: values[place], context: {} });

/** The status that the books have of a loan in a place: "active" in every stage in which something is to be paid. */
export function loanStatusOf(place: LoanPlace): LoanStatus {
  const status = loanStatuses.find((one) => snapshotAt(place).hasTag(one));
  if (!status) throw new Error(`a loan that is ${place} has no status`);
  return status;
}

/**
 * The place after an event; the same one where the event means nothing to it. From a stage only a stage is reached.
 *
 * @example
 * ```ts
 * const on = "2016-03-11";
 * const dueStatus = dueStatusOf(loanPosition(loan, on)); // a day late
 * advanceLoan("due", { type: "businessDay", date: on, dueStatus, daysBefore: 3 }); // "overdue-reminder"
 * advanceLoan("settled", { type: "reversed", date: on, dueStatus, daysBefore: 3 }); // "overdue-reminder"
 * ```
 */
export function advanceLoan(stage: LoanStage, event: LoanEvent): LoanStage;
export function advanceLoan(place: LoanPlace, event: LoanEvent): LoanPlace;
export function advanceLoan(place: LoanPlace, event: LoanEvent): LoanPlace {
  const [after] = transition(loanLife, snapshotAt(place), event);
  const next = loanPlaces.find((one) => after.matches(values[one] as never));
  if (!next) throw new Error("the loan is in no stage");
  return next;
}
