/** Loans of every kind with borrowers of every kind, from a seed: the same seed gives the same lives. */
import { randomUUID } from "node:crypto";
import type { Database, Queryable } from "../../../db/connection/connection.ts";
import { createConversation } from "../../../db/conversation/conversations.ts";
import { loadLoan } from "../../../db/lending/loan-facts.ts";
import { disburseLoan, lockLoan, signLoan } from "../../../db/lending/loans.ts";
import { syncProducts } from "../../../db/lending/products.ts";
import { insertQuote } from "../../../db/lending/quotes.ts";
import { beginRepayment, postRepayment } from "../../../db/lending/repayments.ts";
import { addDays, startOfDayInShanghai } from "../../../domain/calendar/dates.ts";
import { type Loan, loanPosition, type RepaymentKind } from "../../../domain/loan/loan-position.ts";
import { makeQuote } from "../../../domain/pricing/quote.ts";
import { productList } from "../../../domain/product/catalogue.ts";
import type { LoanConventions } from "../../../domain/product/conventions.ts";
import { allocateRepayment, offerRepayment } from "../../../domain/repayment/repayment.ts";
import { approvedFor, conversationRow, readyToSign } from "../../support/fixtures/rows.ts";

/** Numbers from 0 to below 1: Lehmer's generator of Park and Miller (1988). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function pick<T>(random: () => number, from: readonly T[]): T {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
}

export async function generatedLoan(
  { orm: q, sql }: Database,
  random: () => number,
  startsOn: string,
  conventions: readonly LoanConventions[] = [],
): Promise<{ loan: Loan; daysBefore: number | null }> {
  const { borrowerId } = await createConversation(q, conversationRow());
  const daysBefore = pick(random, [null, 0, 1, 3, 7]);
  await sql`update borrowers set reminder_days_before = ${daysBefore} where id = ${borrowerId}`;
  const disbursedOn = addDays(startsOn, Math.floor(random() * 20));
  const quote = makeQuote({
    id: randomUUID(),
    terms: {
      productId: pick(random, ["weilidai", "we2000"]),
      principal: (100 + Math.floor(random() * 2_000_000) / 100).toFixed(2),
      method: pick(random, ["equal-principal", "level-payment"]),
      installments: pick(random, [1, 2, 3, 5, 6, 10]),
      dailyRate: pick(random, ["0.0005", "0.000255", "0.000333", "0.000645"]),
      disbursedOn,
      ...(conventions.length > 0 && { conventions: pick(random, conventions) }),
    },
    dayBasis: 360,
    issuedAt: startOfDayInShanghai(disbursedOn, "10:00"),
    expiresAt: startOfDayInShanghai(disbursedOn, "10:30"),
  });
  await q.transaction(async (tx) => {
    await approvedFor(tx, borrowerId, quote);
    await insertQuote(tx, borrowerId, quote);
    await readyToSign(tx, borrowerId, quote);
    const at = startOfDayInShanghai(disbursedOn, "10:05");
    await signLoan(tx, { quote, borrowerId, at });
    await disburseLoan(tx, { loanId: quote.id, reference: quote.id, at });
  });
  const loan = await loadLoan(q, quote.id);
  if (!loan) throw new Error("a loan just paid out is not there");
  return { loan, daysBefore };
}

/** A payment as booked by the application; the loan after it. Undefined when the loan takes none. */
export async function paid(
  q: Queryable,
  loan: Loan,
  payment: { kind: RepaymentKind; on: string; share: number },
): Promise<Loan | undefined> {
  const { kind, on, share } = payment;
  if (on < loan.disbursedOn || loanPosition(loan, on).settled) return undefined;
  const payoff = offerRepayment(loan, { kind: "payoff", on });
  if (!payoff.ok) return undefined;
  const amount = Math.max(0.01, Number(payoff.amount) * share).toFixed(2);
  const offer = offerRepayment(loan, { kind, on, ...(kind === "partial" && { amount }) });
  if (!offer.ok) return undefined;
  const id = randomUUID();
  const allocated = allocateRepayment(loan, {
    ...{ id, kind, amount: offer.amount, rail: "balance", fee: "0.00", valueDate: on },
  });
  if (!allocated.ok) throw new Error(allocated.reason);
  await q.transaction(async (tx) => {
    const at = startOfDayInShanghai(on, "12:00");
    await beginRepayment(tx, { id, loanId: loan.id, kind, rail: "balance", amount: offer.amount, at });
    await lockLoan(tx, loan.id);
    await postRepayment(tx, { loan, repayment: allocated.repayment, reference: id });
  });
  return allocated.loan;
}

export async function withCatalogue(q: Queryable): Promise<void> {
  await syncProducts(q, productList());
}
