/**
 * The life of one loan, from its payout to its end. Pure, as the journey is: stepped by business dates and by
 * payments, each with where the loan then stands. The daily close reaches the same stages set-based
 * (db/close/positions.ts), which a test compares over many loans.
 */
import { type StateValue, transition } from "xstate";
import type { LoanEvent } from "./loan/loan-events.ts";
import { loanSetup } from "./loan/setup.ts";
import { steps } from "./loan/steps.ts";

export type { LoanEvent } from "./loan/loan-events.ts";

export const loanLife = loanSetup.createMachine({
  id: "loan",
  initial: "active",
  states: {
    /** Nothing is due, nor soon. */
    active: { on: steps },
    /** The next installment is as near as the borrower wishes to be told. */
    dueSoon: { on: steps },
    due: { on: steps },
    /** The seed's 三阶递进. Only what is overdue can be written off. */
    overdue: {
      initial: "reminder",
      states: { reminder: {}, call: {}, letter: {} },
      on: { ...steps, writeOff: { target: "writtenOff" } },
    },
    settled: { type: "final" },
    /** Off the books as an asset, and still owed: payments are booked, nothing else happens. */
    writtenOff: { type: "final" },
  },
});

/** As stored and listed. */
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

const values: Record<LoanStage, StateValue> = {
  active: "active",
  "due-soon": "dueSoon",
  due: "due",
  "overdue-reminder": { overdue: "reminder" },
  "overdue-call": { overdue: "call" },
  "overdue-letter": { overdue: "letter" },
  settled: "settled",
  "written-off": "writtenOff",
};

export const FIRST_STAGE: LoanStage = "active";

/** The stage after an event; the same one where the event means nothing to it. */
export function advanceLoan(stage: LoanStage, event: LoanEvent): LoanStage {
  const before = loanLife.resolveState({ value: values[stage], context: {} });
  const [after] = transition(loanLife, before, event);
  const next = loanStages.find((one) => after.matches(values[one] as never));
  if (!next) throw new Error("the loan is in no stage");
  return next;
}
