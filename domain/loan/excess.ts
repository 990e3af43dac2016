/** How principal paid ahead of its day is shared among the installments to come. */
import { Decimal } from "decimal.js";
import { exact, round, sum } from "../money/money.ts";
import { roundBy } from "../money/rounding-rule.ts";
import type { ExcessRule } from "../product/conventions.ts";
import { interestFactor } from "../product/interest-rule.ts";
import type { InstallmentState, LoanState } from "./loan-state.ts";
import { principalToCome } from "./principal-to-come.ts";

/** The principal of each installment that `amount` takes, in their order. */
export function sharePrincipal(rule: ExcessRule, amount: Decimal, principals: Decimal[]): Decimal[] {
  if (rule === "next") return inOrder(amount, principals);
  if (rule === "smaller") return inProportion(amount, principals);
  return inOrder(amount, principals.toReversed()).toReversed();
}

function inOrder(amount: Decimal, principals: Decimal[]): Decimal[] {
  let left = amount;
  return principals.map((principal) => {
    const taken = Decimal.min(left, principal);
    left = left.minus(taken);
    return taken;
  });
}

/** In proportion, down to the cent; the cents left over go to the last that can take them. */
function inProportion(amount: Decimal, principals: Decimal[]): Decimal[] {
  const whole = sum(principals);
  if (whole.isZero()) return principals;
  const parts = principals.map((principal) => round(amount.times(principal).div(whole), 2, "down"));
  const room = principals.map((principal, index) => principal.minus(parts[index] ?? 0));
  const cents = inOrder(amount.minus(sum(parts)), room.toReversed()).toReversed();
  return parts.map((part, index) => part.plus(cents[index] ?? 0));
}

/**
 * After a prepayment of a level-payment loan under the rule `fewer`: the payment stays as it was agreed, so
 * more of it is principal, and the last installments drop out.
 */
export function keepPayment(state: LoanState): LoanState {
  const open = state.installments.filter(
    ({ dueDate, principal }) => dueDate > state.on && !principal.isZero(),
  );
  const first = open[0]?.number ?? Number.POSITIVE_INFINITY;
  const last = state.installments.at(-1)?.number;
  const agreed = exact(state.account.schedule[first - 1]?.payment ?? 0);
  let balance = principalToCome(state);
  const installments = state.installments.map((one) => {
    if (one.number < first) return one;
    const interest = roundBy(wholeInterest(state, one, balance), state.account.rounding);
    const wanted = one.number === last ? balance : Decimal.max(agreed.minus(interest), 0);
    const principal = Decimal.min(wanted, balance);
    balance = balance.minus(principal);
    return { ...one, principal };
  });
  return { ...state, installments };
}

function wholeInterest(state: LoanState, one: InstallmentState, balance: Decimal): Decimal {
  const { interest } = state.account;
  const toCome = interestFactor(interest, one, one.dueDate).minus(interestFactor(interest, one, state.on));
  return one.accrued.plus(balance.times(toCome));
}
