/** How each method splits a principal over its periods, to the cent. */
import type { Decimal } from "decimal.js";
import { exact, round } from "./money.ts";
import type { RepaymentMethod } from "./terms.ts";

export interface Share {
  principal: Decimal;
  interest: Decimal;
  /** Principal outstanding after this share is paid. */
  balance: Decimal;
}

/** The constant payment that brings the balance to zero: P / sum of the discount factors; unrounded. */
export function levelPayment(principal: Decimal, periodRates: Decimal[]): Decimal {
  let factor = exact(1);
  let annuity = exact(0);
  for (const rate of periodRates) {
    factor = factor.div(rate.plus(1));
    annuity = annuity.plus(factor);
  }
  return principal.div(annuity);
}

/**
 * One share per period, interest on the balance before it. `periodRates` are the interest of one yuan in each
 * period. All figures are rounded half up to the cent; no share exceeds the balance, and the last takes what
 * is left of it.
 */
export function amortise(method: RepaymentMethod, principal: Decimal, periodRates: Decimal[]): Share[] {
  const equalShare = round(principal.div(periodRates.length), 2, "half-up");
  const payment = round(levelPayment(principal, periodRates), 2, "half-up");
  const shares: Share[] = [];
  let balance = principal;
  for (const [index, rate] of periodRates.entries()) {
    const interest = round(balance.times(rate), 2, "half-up");
    const wanted = method === "equal-principal" ? equalShare : payment.minus(interest);
    const last = index === periodRates.length - 1;
    const share = last || wanted.greaterThan(balance) ? balance : wanted;
    balance = balance.minus(share);
    shares.push({ principal: share, interest, balance });
  }
  return shares;
}
