/** Where a loan stands at the end of a day: every installment, what is overdue, due, to come. */
import type { Decimal } from "decimal.js";
import { sum } from "../money/money.ts";
import { accountOf } from "./account.ts";
import { daysPastDue, interestOf, penaltyOwed, projected } from "./accrual.ts";
import type { Allocation, Loan } from "./loan-facts.ts";
import type { InstallmentState, LoanState } from "./loan-state.ts";
import { replay } from "./replay.ts";

export type { Allocation, InstallmentAllocation, Loan, Repayment, RepaymentKind } from "./loan-facts.ts";

/** `due`: its due date is today; `settled`: nothing of it is left to pay. */
export type InstallmentStatus = "upcoming" | "due" | "overdue" | "settled";

/** Amounts in yuan, two decimals. */
export interface InstallmentPosition {
  number: number;
  dueDate: string;
  /** What the installment brings in all, after what was prepaid: paid and still to pay. */
  principal: string;
  interest: string;
  paidPrincipal: string;
  paidInterest: string;
  paidPenalty: string;
  outstandingPrincipal: string;
  /** Of the whole period, also while it is running. */
  outstandingInterest: string;
  /** Accrued up to the date and not paid. */
  penalty: string;
  /** Principal, interest and penalty still to pay. */
  outstanding: string;
  status: InstallmentStatus;
  /** The due date is day 0; 0 as well for what is not overdue. */
  daysPastDue: number;
}

export interface Owed extends Allocation {
  total: string;
}

export interface LoanPosition {
  on: string;
  installments: InstallmentPosition[];
  overdue: Owed;
  dueToday: Owed;
  /** The next installment to come, in full; absent when none is left. */
  nextDue?: { number: number; dueDate: string; amount: string };
  outstandingPrincipal: string;
  /** Of the oldest overdue installment. */
  daysPastDue: number;
  /** Received beyond what was owed, held for the borrower. */
  held: string;
  settled: boolean;
}

/** What is to be paid now: all that is overdue and due; where there is none, the next installment ahead of its day. */
export interface AmountDue {
  amount: string;
  /** The due date of the earliest installment in it; absent when nothing is left to pay. */
  dueDate?: string;
  /** True when it is paid ahead of its day. */
  early: boolean;
}

/** The position at the end of `on`, which may lie in the past or the future. */
export function loanPosition(loan: Loan, on: string): LoanPosition {
  return positionOf(loanState(loan, on));
}

/** The loan replayed to the end of `on`. */
export function loanState(loan: Loan, on: string): LoanState {
  const ofLoan = states.get(loan) ?? new Map<string, LoanState>();
  const state = ofLoan.get(on) ?? replay(accountOf(loan), on);
  states.set(loan, ofLoan.set(on, state));
  return state;
}

/** The same for any loan, given its state on the date. */
export function positionOf(state: LoanState): LoanPosition {
  const position = positions.get(state) ?? reckon(state);
  positions.set(state, position);
  return position;
}

/** One turn asks many times over, and a loan's facts never change: a new fact makes a new object. */
const states = new WeakMap<Loan, Map<string, LoanState>>();
const positions = new WeakMap<LoanState, LoanPosition>();

function reckon(state: LoanState): LoanPosition {
  const whole = projected(state);
  const installments = state.installments.map((one, index) =>
    installmentPosition(state, one, interestOf(whole, whole.installments[index] ?? one)),
  );
  const next = installments.find(({ status }) => status === "upcoming");
  return {
    on: state.on,
    installments,
    overdue: owed(installments.filter(({ status }) => status === "overdue")),
    dueToday: owed(installments.filter(({ status }) => status === "due")),
    ...(next && { nextDue: { number: next.number, dueDate: next.dueDate, amount: next.outstanding } }),
    outstandingPrincipal: sum(installments.map((one) => one.outstandingPrincipal)).toFixed(2),
    daysPastDue: Math.max(0, ...installments.map((one) => one.daysPastDue)),
    held: state.held.toFixed(2),
    settled: installments.every(({ status }) => status === "settled"),
  };
}

export function amountDue(position: LoanPosition): AmountDue {
  const now = sum([position.overdue.total, position.dueToday.total]);
  const late = position.installments.find(({ status }) => status === "overdue" || status === "due");
  if (late) return { amount: now.toFixed(2), dueDate: late.dueDate, early: false };
  if (!position.nextDue) return { amount: "0.00", early: false };
  return { amount: position.nextDue.amount, dueDate: position.nextDue.dueDate, early: true };
}

function installmentPosition(
  state: LoanState,
  one: InstallmentState,
  interest: Decimal,
): InstallmentPosition {
  const outstandingInterest = interest.minus(one.paid.interest);
  const penalty = penaltyOwed(state, one);
  const outstanding = sum([one.principal, outstandingInterest, penalty]);
  const status = statusOf(state, one, outstanding);
  return {
    number: one.number,
    dueDate: one.dueDate,
    principal: one.principal.plus(one.paid.principal).toFixed(2),
    interest: interest.toFixed(2),
    paidPrincipal: one.paid.principal.toFixed(2),
    paidInterest: one.paid.interest.toFixed(2),
    paidPenalty: one.paid.penalty.toFixed(2),
    outstandingPrincipal: one.principal.toFixed(2),
    outstandingInterest: outstandingInterest.toFixed(2),
    penalty: penalty.toFixed(2),
    outstanding: outstanding.toFixed(2),
    status,
    daysPastDue: status === "overdue" ? daysPastDue(one.dueDate, state.on) : 0,
  };
}

function statusOf(state: LoanState, one: InstallmentState, outstanding: Decimal): InstallmentStatus {
  if (outstanding.isZero()) return "settled";
  if (one.dueDate > state.on) return "upcoming";
  return one.dueDate === state.on ? "due" : "overdue";
}

function owed(installments: InstallmentPosition[]): Owed {
  return {
    penalty: sum(installments.map((one) => one.penalty)).toFixed(2),
    interest: sum(installments.map((one) => one.outstandingInterest)).toFixed(2),
    principal: sum(installments.map((one) => one.outstandingPrincipal)).toFixed(2),
    total: sum(installments.map((one) => one.outstanding)).toFixed(2),
  };
}
