/**
 * What a payment covers. Installments that are due come first, oldest first, each by the waterfall penalty,
 * interest, principal. What is beyond them depends on the kind of payment:
 * - `due` pays the next installments in full, ahead of their day, with the interest of their whole period;
 * - `partial` and `payoff` pay the interest accrued to the day, then principal, spread over the installments
 *   to come in proportion to their principal: dates and number stay, the installments get smaller.
 */
import { Decimal } from "decimal.js";
import { accruedInterest, accruedPenalty, periodInterest } from "./accrual.ts";
import type { RepaymentKind } from "./loan-facts.ts";
import type { InstallmentState, LoanState, PaidSoFar } from "./loan-state.ts";
import { exact, round, sum } from "./money.ts";

export interface Cover extends PaidSoFar {
  installment: number;
}

/** What each installment is to be given, in the order in which it is given. */
type Claim = Cover;

/** Applies money to a state accrued to the payment's value date; what nothing claims is held. */
export function allocate(
  state: LoanState,
  payment: { kind: RepaymentKind; amount: Decimal },
): { state: LoanState; covers: Cover[] } {
  const dueClaims = claimsDue(state);
  const first = pour(payment.amount, dueClaims);
  const second = pour(
    first.left,
    payment.kind === "due" ? claimsAhead(state) : claimsToTheDay(state, first.left),
  );
  const covers = [...first.covers, ...second.covers];
  return { state: { ...book(state, covers), held: state.held.plus(second.left) }, covers };
}

/** Claims of the installments due on or before the state's date. */
export function claimsDue(state: LoanState): Claim[] {
  return state.installments
    .filter((one) => one.dueDate <= state.on)
    .map((one) => ({
      installment: one.number,
      penalty: accruedPenalty(one),
      interest: accruedInterest(one),
      principal: one.principal,
    }));
}

/** Claims of the installments to come, each in full. */
export function claimsAhead(state: LoanState): Claim[] {
  return ahead(state).map((one) => ({
    installment: one.number,
    penalty: exact(0),
    interest: periodInterest(state, one).minus(one.paid.interest),
    principal: one.principal,
  }));
}

/** Interest accrued to the day, then principal to come in proportion: as much as `money` reaches, or all of it. */
export function claimsToTheDay(state: LoanState, money?: Decimal): Claim[] {
  const open = ahead(state);
  const interest = sum(open.map(accruedInterest));
  const owed = sum(open.map((one) => one.principal));
  const principal = money ? Decimal.min(Decimal.max(money.minus(interest), 0), owed) : owed;
  const parts = inProportion(
    principal,
    open.map((one) => one.principal),
  );
  return open.map((one, index) => ({
    installment: one.number,
    penalty: exact(0),
    interest: accruedInterest(one),
    principal: parts[index] ?? exact(0),
  }));
}

function ahead(state: LoanState): InstallmentState[] {
  return state.installments.filter((one) => one.dueDate > state.on);
}

/** Splits an amount by weights, down to the cent; the cents left over go to the last that can take them. */
function inProportion(amount: Decimal, weights: Decimal[]): Decimal[] {
  const whole = sum(weights);
  if (whole.isZero()) return weights;
  const parts = weights.map((weight) => round(amount.times(weight).div(whole), 2, "down"));
  let left = amount.minus(sum(parts));
  return parts
    .toReversed()
    .map((part, index) => {
      const room = (weights.at(-1 - index) ?? part).minus(part);
      const extra = Decimal.min(left, room);
      left = left.minus(extra);
      return part.plus(extra);
    })
    .toReversed();
}

/** Fills the claims in order, each by the waterfall, as far as the money goes. */
function pour(money: Decimal, claims: Claim[]): { covers: Cover[]; left: Decimal } {
  let left = money;
  const take = (wanted: Decimal): Decimal => {
    const taken = Decimal.min(left, wanted);
    left = left.minus(taken);
    return taken;
  };
  const covers = claims.map((claim) => ({
    installment: claim.installment,
    penalty: take(claim.penalty),
    interest: take(claim.interest),
    principal: take(claim.principal),
  }));
  return { covers: covers.filter((cover) => !totalOf(cover).isZero()), left };
}

export function totalOf(cover: PaidSoFar): Decimal {
  return cover.penalty.plus(cover.interest).plus(cover.principal);
}

function book(state: LoanState, covers: Cover[]): LoanState {
  const installments = state.installments.map((one) =>
    covers.filter((cover) => cover.installment === one.number).reduce(settle, one),
  );
  return { ...state, installments };
}

function settle(one: InstallmentState, cover: Cover): InstallmentState {
  return {
    ...one,
    principal: one.principal.minus(cover.principal),
    paid: {
      penalty: one.paid.penalty.plus(cover.penalty),
      interest: one.paid.interest.plus(cover.interest),
      principal: one.paid.principal.plus(cover.principal),
    },
  };
}
