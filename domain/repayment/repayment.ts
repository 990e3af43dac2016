/** Repayments: what one would cost today, and the loan after it. */
import { createHash } from "node:crypto";
import type { Decimal } from "decimal.js";
import { allocate, type Cover, claimsDue, claimsNow, totalOf } from "../loan/allocation.ts";
import type {
  Allocation,
  InstallmentAllocation,
  Loan,
  Repayment,
  RepaymentKind,
} from "../loan/loan-facts.ts";
import { amountDue, loanPosition, loanState, positionOf } from "../loan/loan-position.ts";
import type { LoanState } from "../loan/loan-state.ts";
import { type AmountRefusal, judgeAmount } from "../money/amount.ts";
import { exact, sum } from "../money/money.ts";
import type { RailId } from "./rails.ts";

export type RepaymentRefusal =
  | { ok: false; reason: "settled" }
  /** The money would count before the loan was paid out. */
  | { ok: false; reason: "before-disbursement" }
  /** The range that a partial repayment may have today, yuan. */
  | { ok: false; reason: AmountRefusal; minimum: string; maximum: string };

export interface RepaymentOffered {
  ok: true;
  kind: RepaymentKind;
  amount: string;
  /** They add up to the amount. */
  lines: Allocation;
  /** The same by installment. */
  allocations: InstallmentAllocation[];
  /** The date the offer counts for. */
  valueDate: string;
  /** True when the loan is repaid by it. */
  settles: boolean;
}

export interface RepaymentRequest {
  kind: RepaymentKind;
  /** Yuan; of `partial` only. */
  amount?: string;
  /** The date it would count for. */
  on: string;
}

/**
 * What a repayment on `on` takes. `due` is all that is overdue and due, or else the next installment in full;
 * `payoff` is everything with interest to the day, later interest waived; `partial` is the amount asked for,
 * from a cent to the payoff.
 */
export function offerRepayment(loan: Loan, request: RepaymentRequest): RepaymentOffered | RepaymentRefusal {
  return refuse(loan, request.on) ?? offerOn(loanState(loan, request.on), request);
}

/** The same for any loan, given its state on the date. */
export function offerOn(
  state: LoanState,
  request: Omit<RepaymentRequest, "on">,
): RepaymentOffered | RepaymentRefusal {
  const { kind } = request;
  const position = positionOf(state);
  if (position.settled) return { ok: false, reason: "settled" };
  const range = { minimum: "0.01", maximum: payoffAmount(state) };
  const judged = kind === "partial" ? judgeAmount(request.amount ?? "", range) : undefined;
  if (judged && !judged.ok) return { ...judged, ...range };
  const amount = judged?.amount ?? (kind === "due" ? amountDue(position).amount : range.maximum);
  const { state: after, covers } = allocate(state, { kind, amount: exact(amount) });
  return {
    ...{ ok: true, kind, amount, valueDate: state.on },
    lines: linesOf(covers),
    allocations: allocationsOf(covers),
    settles: after.installments.every((one) => one.principal.isZero()),
  };
}

function payoffAmount(state: LoanState): string {
  return sum([...claimsDue(state), ...claimsNow(state)].map(totalOf)).toFixed(2);
}

/**
 * The loan with the repayment appended. Money that has come is never refused for its amount: what is more
 * than owed stays unallocated and is held for the borrower. A back-dated one is replayed before those after
 * it: `replayedRepayments` gives their allocations as they then are.
 */
export function allocateRepayment(
  loan: Loan,
  payment: Omit<Repayment, "allocations">,
): { ok: true; loan: Loan; repayment: Repayment } | RepaymentRefusal {
  const refusal = refuse(loan, payment.valueDate);
  if (refusal) return refusal;
  const range = { minimum: "0.01", maximum: "999999999999.99" };
  const judged = judgeAmount(payment.amount, range);
  if (!judged.ok) return { ...judged, ...range };
  const state = loanState(loan, payment.valueDate);
  const { id, kind, rail, fee, valueDate } = payment;
  const { covers } = allocate(state, { kind, amount: exact(judged.amount) });
  const allocations = allocationsOf(covers);
  const repayment = { id, kind, amount: judged.amount, rail, fee, valueDate, allocations };
  return { ok: true, loan: { ...loan, repayments: [...loan.repayments, repayment] }, repayment };
}

/** SHA-256 (hex) over what the borrower agrees to; another repayment in between makes it another one. */
export function repaymentHash(offer: {
  loanId: string;
  kind: RepaymentKind;
  amount: string;
  rail: RailId;
  /** The most that the rail may take on top, yuan. */
  maximumFee: string;
  valueDate: string;
  earlierRepayments: number;
}): string {
  const { loanId, kind, amount, rail, maximumFee, valueDate, earlierRepayments } = offer;
  const parts = [loanId, kind, amount, rail, maximumFee, valueDate, earlierRepayments];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

function refuse(loan: Loan, on: string): RepaymentRefusal | undefined {
  if (on < loan.disbursedOn) return { ok: false, reason: "before-disbursement" };
  if (loanPosition(loan, on).settled) return { ok: false, reason: "settled" };
  return undefined;
}

function linesOf(covers: Cover[]): Allocation {
  const line = (part: (cover: Cover) => Decimal): string => sum(covers.map(part)).toFixed(2);
  return {
    penalty: line((cover) => cover.penalty),
    interest: line((cover) => cover.interest),
    principal: line((cover) => cover.principal),
  };
}

/** One row an installment, also where it was covered in two steps. */
export function allocationsOf(covers: Cover[]): InstallmentAllocation[] {
  const numbers = [...new Set(covers.map(({ installment }) => installment))];
  return numbers.map((installment) => ({
    installment,
    ...linesOf(covers.filter((cover) => cover.installment === installment)),
  }));
}
