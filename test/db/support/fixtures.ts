/** Rows for the database's tests: valid, unremarkable, each its own. */
import { randomUUID } from "node:crypto";
import type { Queryable } from "../../../db/connection/connection.ts";
import { recordConsent } from "../../../db/conversation/consents.ts";
import { type ConversationRow, createConversation } from "../../../db/conversation/conversations.ts";
import { recordFaceCheck } from "../../../db/conversation/face-checks.ts";
import { grantLimit, insertAssessment } from "../../../db/lending/assessments.ts";
import { loadLoan } from "../../../db/lending/loan-facts.ts";
import { disburseLoan, signLoan } from "../../../db/lending/loans.ts";
import { syncProducts } from "../../../db/lending/products.ts";
import { insertQuote } from "../../../db/lending/quotes.ts";
import { addDays } from "../../../domain/calendar/dates.ts";
import type { Assessment } from "../../../domain/eligibility/assessment.ts";
import type { Loan } from "../../../domain/loan/loan.ts";
import { type LoanTerms, makeQuote, type Quote } from "../../../domain/pricing/quote.ts";
import { productList } from "../../../domain/product/catalogue.ts";

export const conversationRow = (changes: Partial<ConversationRow> = {}): ConversationRow => ({
  id: randomUUID(),
  channel: "web",
  chatId: randomUUID(),
  senderId: "sender",
  borrowerId: randomUUID(),
  seq: 0,
  snapshot: { value: "welcoming" },
  stage: "welcoming",
  locale: null,
  clockOffsetMs: 0,
  ...changes,
});

export const newConversation = (q: Queryable): Promise<ConversationRow> =>
  createConversation(q, conversationRow());

/** 10,000 yuan at 0.05 % a day in five installments from 10 February 2016: DESIGN's published example. */
export const exampleQuote = (changes: Partial<LoanTerms> = {}): Quote =>
  makeQuote({
    id: randomUUID(),
    terms: {
      productId: "weilidai",
      principal: "10000.00",
      method: "equal-principal",
      installments: 5,
      dailyRate: "0.0005",
      disbursedOn: "2016-02-10",
      ...changes,
    },
    dayBasis: 360,
    issuedAt: "2016-02-10T02:00:00.000Z",
    expiresAt: "2016-02-10T02:15:00.000Z",
  });

export const PAID_OUT_AT = "2016-02-10T02:05:00.000Z";

/** Privacy agreed to, assessed for the quote's product at the quote's rate, with a limit far above it. */
export async function approvedFor(q: Queryable, borrowerId: string, quote: Quote): Promise<void> {
  const { productId, dailyRate, annualRate, disbursedOn } = quote;
  const given = { borrowerId, turnId: randomUUID(), givenAt: quote.issuedAt };
  await recordConsent(q, { ...given, kind: "privacy", subject: "2026-11" });
  await recordConsent(q, { ...given, kind: "credit", subject: productId });
  const assessment: Assessment = {
    ...{ id: randomUUID(), productId, decidedOn: disbursedOn, validUntil: addDays(disbursedOn, 90) },
    ...{ outcome: "approved", score: "81.25", dimensions: [], tier: "regular", limit: "200000.00" },
    ...{ dailyRate, annualRate, reasons: [] },
  };
  await insertAssessment(q, borrowerId, assessment);
  await grantLimit(q, borrowerId, assessment);
}

/** The contract agreed to and the face matched. */
export async function readyToSign(q: Queryable, borrowerId: string, quote: Quote): Promise<void> {
  const turnId = randomUUID();
  await recordConsent(q, {
    ...{ borrowerId, turnId, givenAt: quote.issuedAt },
    ...{ kind: "contract", subject: quote.hash },
  });
  await recordFaceCheck(q, { borrowerId, turnId, quoteId: quote.id, matchedAt: quote.issuedAt });
}

/** Ready to be signed. */
export async function storedQuote(
  q: Queryable,
  changes: Partial<LoanTerms> = {},
): Promise<{ borrowerId: string; quote: Quote }> {
  await syncProducts(q, productList());
  const { borrowerId } = await newConversation(q);
  const quote = exampleQuote(changes);
  await approvedFor(q, borrowerId, quote);
  await insertQuote(q, borrowerId, quote);
  await readyToSign(q, borrowerId, quote);
  return { borrowerId, quote };
}

export async function signedLoan(q: Queryable): Promise<{ borrowerId: string; quote: Quote }> {
  const { borrowerId, quote } = await storedQuote(q);
  await signLoan(q, { quote, borrowerId, at: PAID_OUT_AT });
  return { borrowerId, quote };
}

export async function activeLoan(q: Queryable): Promise<{ borrowerId: string; loan: Loan }> {
  const { borrowerId, quote } = await signedLoan(q);
  await q.transaction((tx) => disburseLoan(tx, { loanId: quote.id, reference: quote.id, at: PAID_OUT_AT }));
  const loan = await loadLoan(q, quote.id);
  if (!loan) throw new Error("a loan just paid out is not there");
  return { borrowerId, loan };
}
