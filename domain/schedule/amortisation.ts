/** How each method splits a principal over its periods. */
import { Decimal } from "decimal.js";
import { exact } from "../money/money.ts";
import { type RoundingRule, roundBy, toTheCent } from "../money/rounding-rule.ts";

/**
 * - `level-payment` (等额本息): equal payments;
 * - `equal-principal` (等额本金): equal parts of principal, interest on what is left;
 * - `interest-first` (先息后本): interest every period, the principal with the last;
 * - `pay-any-time` (随借随还): all in one payment at maturity, unless it is repaid before.
 */
export const amortisationMethods = [
  "level-payment",
  "equal-principal",
  "interest-first",
  "pay-any-time",
] as const;
export type AmortisationMethod = (typeof amortisationMethods)[number];

export interface AmortisationOptions {
  /** Of interest, and of the payment; half up to the cent by default. */
  rounding?: RoundingRule;
  /** Payments (all but the last) in multiples of a unit: the whole yuan. */
  wholeUnits?: RoundingRule | undefined;
  /** Level payment: the payment; equal principal: the part of principal. What is left falls to the last. */
  fixedInstallment?: Decimal | undefined;
  /** First periods in which no principal is paid. */
  principalGrace?: number;
  /** First periods whose interest is collected with the first payment after them. */
  interestGrace?: number;
}

export interface Share {
  principal: Decimal;
  interest: Decimal;
  /** Principal outstanding after this share is paid. */
  balance: Decimal;
}

/** The payment that brings the balance to zero: P / sum of the discount factors; unrounded. */
export function levelPayment(principal: Decimal, factors: Decimal[]): Decimal {
  let discount = exact(1);
  let annuity = exact(0);
  for (const factor of factors) {
    discount = discount.div(factor.plus(1));
    annuity = annuity.plus(discount);
  }
  return principal.div(annuity);
}

/**
 * One share a period, interest on the balance before it; `factors` are the interest of one yuan in each period.
 * No share exceeds the balance, none is negative, and the last takes what is left, so the principals add up to
 * the loan. A payment rounded up may repay it early: later shares are then empty. Throws RangeError when a fixed
 * installment of a level payment does not cover the interest.
 */
export function amortise(
  method: AmortisationMethod,
  principal: Decimal,
  factors: Decimal[],
  options: AmortisationOptions = {},
): Share[] {
  const { rounding = toTheCent, interestGrace = 0 } = options;
  const wanted = principalWanted(method, principal, factors, options);
  const last = factors.length - 1;
  const shares: Share[] = [];
  let balance = principal;
  let deferred = exact(0);
  for (const [index, factor] of factors.entries()) {
    const earned = balance.times(factor);
    const collected = index >= interestGrace || index === last;
    const interest = collected ? roundBy(deferred.plus(earned), rounding) : exact(0);
    deferred = collected ? exact(0) : deferred.plus(earned);
    const share = index === last ? balance : clamp(wanted(index, roundBy(earned, rounding)), balance);
    balance = balance.minus(share);
    shares.push({ principal: share, interest, balance });
  }
  return shares;
}

/** The principal that a payment should bring, given its period's interest. */
function principalWanted(
  method: AmortisationMethod,
  principal: Decimal,
  factors: Decimal[],
  options: AmortisationOptions,
): (index: number, interest: Decimal) => Decimal {
  const { rounding = toTheCent, wholeUnits = rounding, principalGrace = 0, fixedInstallment } = options;
  const none = exact(0);
  if (method === "interest-first" || method === "pay-any-time") return () => none;
  const amortised = factors.slice(principalGrace);
  if (method === "equal-principal") {
    const part = fixedInstallment ?? roundBy(principal.div(amortised.length), rounding);
    return (index, interest) =>
      index < principalGrace ? none : roundBy(part.plus(interest), wholeUnits).minus(interest);
  }
  const payment = fixedInstallment ?? roundBy(levelPayment(principal, amortised), wholeUnits);
  return (index, interest) => {
    if (index < principalGrace) return none;
    if (fixedInstallment) assertRepays(fixedInstallment, interest);
    return payment.minus(interest);
  };
}

/** A payment of the interest alone, or less, leaves the whole loan to the last one. */
function assertRepays(payment: Decimal, interest: Decimal): void {
  if (payment.greaterThan(interest)) return;
  const covers = payment.equals(interest) ? "covers only" : "does not cover";
  throw new RangeError(
    `fixedInstallment ${payment.toFixed(2)} ${covers} the interest of ${interest.toFixed(2)}: nothing would be repaid`,
  );
}

function clamp(value: Decimal, most: Decimal): Decimal {
  return Decimal.min(Decimal.max(value, 0), most);
}
