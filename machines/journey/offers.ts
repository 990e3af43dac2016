/** Quotes and repayment offers as the journey makes them: from its context and an event's stamp alone. */

import { addDays, shanghaiDate, startOfDayInShanghai } from "../../domain/calendar/dates.ts";
import { allInRates, isWithinAllInCap } from "../../domain/disclosure/all-in-cap.ts";
import type { Loan } from "../../domain/loan/loan-position.ts";
import { makeQuote, type Quote } from "../../domain/pricing/quote.ts";
import { quotableProduct } from "../../domain/product/catalogue.ts";
import { conventionsOf } from "../../domain/product/product-conventions.ts";
import { type RailId, railFee, railOf } from "../../domain/repayment/rails.ts";
import { offerRepayment, repaymentHash } from "../../domain/repayment/repayment.ts";
import type { JourneyContext, RepaymentOffer } from "../journey-context.ts";
import type { TurnStamp } from "../journey-events.ts";
import { findLoan } from "./loans.ts";

const quoteMinutes = 30;
/** A quote made later than this would expire within minutes: it is made for the next day. */
const lastQuoteOfTheDay = "23:50";

/** Thirty minutes, but never past the day on which the money is to go out: interest counts from that day. */
export function quoteFor(context: JourneyContext, stamp: TurnStamp): Quote {
  const { amount, installments, method } = context.request;
  const { assessment } = context;
  if (!amount || !installments || !method || !assessment) throw new Error("quoted before all was known");
  const product = quotableProduct(context.productId);
  const issuedAt = new Date(stamp.at).toISOString();
  const today = shanghaiDate(issuedAt);
  const late = issuedAt >= instant(today, lastQuoteOfTheDay);
  const disbursedOn = late ? addDays(today, 1) : today;
  return makeQuote({
    id: stamp.turnId,
    terms: {
      productId: context.productId,
      principal: amount,
      method,
      installments,
      dailyRate: assessment.dailyRate,
      disbursedOn,
      conventions: conventionsOf(product),
    },
    dayBasis: product.dayBasis,
    issuedAt,
    expiresAt: earlier(plusMinutes(issuedAt, quoteMinutes), instant(addDays(disbursedOn, 1), "00:00")),
  });
}

/** The offer with its amount for today, when the loan allows it. */
export function priceOffer(context: JourneyContext, offer: RepaymentOffer): RepaymentOffer | undefined {
  if (!offer.kind) return undefined;
  const valueDate = shanghaiDate(context.at);
  const priced = offerRepayment(findLoan(context, offer.loanId), {
    kind: offer.kind,
    on: valueDate,
    ...(offer.kind === "partial" && offer.amount ? { amount: offer.amount } : {}),
  });
  return priced.ok ? { ...offer, amount: priced.amount, valueDate } : undefined;
}

/** A rail whose fee would bring the whole loan above the cap, were every installment paid by it, is not offered. */
export function railIsOffered({ principal, schedule }: Loan, id: RailId): boolean {
  const rail = railOf(id);
  if (Number(rail.fee.maximum) === 0) return true;
  const months = schedule.map(({ payment }) => ({ payment, fee: railFee(rail, payment).maximum }));
  const rates = allInRates({ principal, months });
  return rates !== undefined && isWithinAllInCap(rates);
}

/** The offer sealed: its hash covers loan, kind, amount, rail, its highest fee, date and the repayments made before it. */
export function sealOffer(context: JourneyContext, offer: RepaymentOffer): RepaymentOffer {
  const priced = priceOffer(context, offer);
  if (!priced?.kind || !priced.amount || !priced.rail || !priced.valueDate) return offer;
  const { loanId, kind, amount, rail, valueDate } = priced;
  const earlierRepayments = findLoan(context, loanId).repayments.length;
  const maximumFee = railFee(railOf(rail), amount).maximum;
  const terms = { loanId, kind, amount, rail, maximumFee, valueDate };
  return { ...priced, maximumFee, hash: repaymentHash({ ...terms, earlierRepayments }) };
}

const instant = (date: string, time: string): string =>
  new Date(startOfDayInShanghai(date, time)).toISOString();

const plusMinutes = (at: string, minutes: number): string =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

const earlier = (a: string, b: string): string => (a < b ? a : b);
