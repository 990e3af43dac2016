/** A quote: what a borrower is offered, to the cent. Strings at every border; dates are Asia/Shanghai. */
import { createHash } from "node:crypto";
import { type AnnualRates, monthlyApr } from "../disclosure/apr.ts";
import { exact, sum } from "../money/money.ts";
import { houseConventions, type LoanConventions } from "../product/conventions.ts";
import type { LoanTerms, QuotedInstallment } from "../product/terms.ts";
import { buildSchedule } from "../schedule/schedule.ts";

export type { LoanTerms, QuotedInstallment, RepaymentMethod } from "../product/terms.ts";

export interface Quote extends LoanTerms {
  id: string;
  /** How the loan is reckoned, whatever the house's conventions become. */
  conventions: LoanConventions;
  annualRate: string;
  schedule: QuotedInstallment[];
  totalInterest: string;
  totalPayable: string;
  /** Internal rate of return of the cash flows: simple (x12) and compounded, fractions with six decimals. */
  apr: AnnualRates;
  issuedAt: string;
  expiresAt: string;
  /** SHA-256 (hex) over every number above. */
  hash: string;
}

export interface QuoteRequest {
  id: string;
  terms: LoanTerms;
  /** Days of the year in which the product states its annual rate. */
  dayBasis: number;
  /** Instants, ISO 8601. */
  issuedAt: string;
  expiresAt: string;
}

/** Prices the terms. Throws RangeError on terms that are no loan. */
export function makeQuote(request: QuoteRequest): Quote {
  const { id, terms, issuedAt, expiresAt } = request;
  const { productId, principal, method, installments, dailyRate, disbursedOn } = terms;
  const schedule = buildSchedule(terms);
  const apr = monthlyApr([exact(principal).negated(), ...schedule.map((row) => row.payment)]);
  if (!apr) throw new RangeError("No annual rate: the payments never return the principal");
  const quote = {
    ...{ id, productId, principal, method, installments, dailyRate, disbursedOn },
    conventions: terms.conventions ?? houseConventions,
    annualRate: exact(dailyRate).times(request.dayBasis).toFixed(4),
    schedule,
    totalInterest: sum(schedule.map((row) => row.interest)).toFixed(2),
    totalPayable: sum(schedule.map((row) => row.payment)).toFixed(2),
    ...{ apr, issuedAt, expiresAt },
  };
  return { ...quote, hash: quoteHash(quote) };
}

/** SHA-256 (hex) of every figure, date and convention in a fixed order, whatever the order of the object's keys. */
export function quoteHash(quote: Omit<Quote, "hash">): string {
  return hashOf([...figuresOf(quote), conventionsLine(quote.conventions)]);
}

function figuresOf(quote: Omit<Quote, "hash">): (string | number)[] {
  const rows = quote.schedule.map((row) =>
    [row.number, row.dueDate, row.days, row.principal, row.interest, row.payment, row.balance].join(","),
  );
  return [
    ...[quote.id, quote.productId, quote.principal, quote.method, quote.installments, quote.dailyRate],
    ...[quote.disbursedOn, quote.annualRate, quote.totalInterest, quote.totalPayable],
    ...[quote.apr.simple, quote.apr.compounded, quote.issuedAt, quote.expiresAt],
    ...rows,
  ];
}

function hashOf(parts: (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** Every convention in a fixed order. */
function conventionsLine({ dayCount, counting, rounding, repayment, contactDays }: LoanConventions): string {
  const { waterfall, excess, interestUntil, penalty } = repayment;
  return [
    ...[
      dayCount,
      counting,
      rounding.mode,
      rounding.unit,
      ...waterfall.order,
      waterfall.across,
      excess,
      interestUntil,
    ],
    ...[penalty.dailyRate, penalty.graceDays, penalty.startsFrom, penalty.counting, penalty.cap ?? "no cap"],
    // Quotes from before these could be stated are hashed without them.
    ...(penalty.base && penalty.base !== "principal" ? [penalty.base] : []),
    ...(contactDays ? [contactDays.sms, contactDays.call, contactDays.letter] : []),
  ].join(",");
}

/**
 * True when no figure, date or convention was changed since the quote was made. Quotes from before conventions were
 * stated are the house's, and their hash is over the rest.
 */
export function verifyQuote(quote: Quote): boolean {
  if (quoteHash(quote) === quote.hash) return true;
  const unstated = conventionsLine(quote.conventions) === conventionsLine(houseConventions);
  return unstated && hashOf(figuresOf(quote)) === quote.hash;
}
