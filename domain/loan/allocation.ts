/**
 * What a payment covers. Installments that are due come first, by the loan's waterfall. What is beyond them
 * depends on the kind of payment:
 * - `due` pays the next installments in full, ahead of their day, with the interest of their whole period;
 * - `partial` and `payoff` pay the interest of the running period, to the day unless the loan's rules say
 *   otherwise, and principal to come by the loan's excess rule.
 */
import { Decimal } from "decimal.js";
import { exact, sum } from "../money/money.ts";
import type { Part, Waterfall } from "../product/conventions.ts";
import { accrueTo, daysPastDue, interestOwed, penalised, penaltyOwed, projected } from "./accrual.ts";
import { keepPayment, sharePrincipal } from "./excess.ts";
import type { RepaymentKind } from "./loan-facts.ts";
import type { InstallmentState, LoanState, PaidSoFar } from "./loan-state.ts";

export interface Cover extends PaidSoFar {
  installment: number;
}

/** Applies money to a state accrued to the payment's value date; what nothing claims is held. */
export function allocate(
  state: LoanState,
  payment: { kind: RepaymentKind; amount: Decimal },
): { state: LoanState; covers: Cover[] } {
  const { rules, method } = state.account;
  const { order, across } = rules.waterfall;
  const due = pour(payment.amount, claimsDue(state), slots(order, across));
  const beyond = due.left.isZero()
    ? { covers: [], left: due.left }
    : payment.kind === "due"
      ? pour(due.left, claimsAhead(state), slots(order, "installments"))
      : pour(due.left, claimsNow(state, due.left), slots(order, "parts"));
  const covers = [...due.covers, ...beyond.covers].filter((cover) => !totalOf(cover).isZero());
  const booked = { ...book(state, covers), held: state.held.plus(beyond.left) };
  const prepaid = payment.kind !== "due" && beyond.covers.some(({ principal }) => !principal.isZero());
  const replanned = prepaid && rules.excess === "fewer" && method === "level-payment";
  return { state: replanned ? keepPayment(booked) : booked, covers };
}

/** What the installments due on or before the state's date claim. */
export function claimsDue(state: LoanState): Cover[] {
  return state.installments
    .filter((one) => one.dueDate <= state.on)
    .map((one) => ({
      installment: one.number,
      penalty: penaltyOwed(state, one),
      interest: interestOwed(state, one),
      principal: one.principal,
    }));
}

/** What the installments to come claim, each in full. */
function claimsAhead(state: LoanState): Cover[] {
  const whole = projected(state);
  return ahead(whole, state.on).map((one) => ({
    installment: one.number,
    penalty: exact(0),
    interest: interestOwed(whole, one),
    principal: one.principal,
  }));
}

/** What the installments to come claim when they are paid today: as far as `money` reaches, or all of it. */
export function claimsNow(state: LoanState, money?: Decimal): Cover[] {
  const { rules } = state.account;
  const open = ahead(state, state.on);
  const interest = interestNow(state);
  const owed = open.map(({ principal }) => principal);
  const first = rules.waterfall.order.indexOf("interest") < rules.waterfall.order.indexOf("principal");
  const forPrincipal = first && money ? Decimal.max(money.minus(sum(interest)), 0) : (money ?? sum(owed));
  const principal = sharePrincipal(rules.excess, Decimal.min(forPrincipal, sum(owed)), owed);
  return open.map((one, index) => ({
    installment: one.number,
    penalty: exact(0),
    interest: interest[index] ?? exact(0),
    principal: principal[index] ?? exact(0),
  }));
}

/** Interest of the running period that a prepayment takes, for each installment to come. */
function interestNow(state: LoanState): Decimal[] {
  const running = ahead(state, state.on)[0];
  const toTheDay = state.account.rules.interestUntil === "value-date";
  const until = toTheDay || !running ? state : accrueTo(state, running.dueDate);
  return ahead(until, state.on).map((one) => interestOwed(until, one));
}

function ahead(state: LoanState, on: string): InstallmentState[] {
  return state.installments.filter((one) => one.dueDate > on);
}

export function totalOf(cover: PaidSoFar): Decimal {
  return cover.penalty.plus(cover.interest).plus(cover.principal);
}

/** Fills the claims slot by slot, as far as the money goes. */
function pour(money: Decimal, claims: Cover[], slotsOf: SlotOrder): { covers: Cover[]; left: Decimal } {
  const covers = claims.map(({ installment }) => ({ ...nothing, installment }));
  let left = money;
  for (const [index, part] of slotsOf(claims)) {
    const [claim, cover] = [claims[index], covers[index]];
    if (!claim || !cover) continue;
    const taken = Decimal.min(left, claim[part]);
    left = left.minus(taken);
    cover[part] = taken;
  }
  return { covers, left };
}

const nothing = { penalty: exact(0), interest: exact(0), principal: exact(0) };

type Slot = [index: number, part: Part];
type SlotOrder = (claims: Cover[]) => Slot[];

function slots(order: Waterfall["order"], across: Waterfall["across"]): SlotOrder {
  if (across === "parts")
    return (claims) => order.flatMap((part) => claims.map((_, index): Slot => [index, part]));
  return (claims) => claims.flatMap((_, index) => order.map((part): Slot => [index, part]));
}

function book(state: LoanState, covers: Cover[]): LoanState {
  const installments = state.installments.map((one) =>
    covers
      .filter((cover) => cover.installment === one.number)
      .reduce((before, cover) => settle(state, before, cover), one),
  );
  return { ...state, installments };
}

/** What bears a penalty, paid off within the days of grace, leaves none behind. */
function settle(state: LoanState, one: InstallmentState, cover: Cover): InstallmentState {
  const inGrace = daysPastDue(one.dueDate, state.on) <= state.account.rules.penalty.graceDays;
  const after = {
    ...one,
    principal: one.principal.minus(cover.principal),
    paid: {
      penalty: one.paid.penalty.plus(cover.penalty),
      interest: one.paid.interest.plus(cover.interest),
      principal: one.paid.principal.plus(cover.principal),
    },
  };
  return inGrace && penalised(state, after).isZero() ? { ...after, penalty: exact(0) } : after;
}
