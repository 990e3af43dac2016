/** Rows written as nobody's code would, in an order that nobody's life has: what a loan rests on comes before it. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordConsent } from "../../../db/conversation/consents.ts";
import { recordFaceCheck } from "../../../db/conversation/face-checks.ts";
import { signLoan } from "../../../db/lending/loans.ts";
import { syncProducts } from "../../../db/lending/products.ts";
import { insertQuote } from "../../../db/lending/quotes.ts";
import type { Quote } from "../../../domain/pricing/quote.ts";
import { productList } from "../../../domain/product/catalogue.ts";
import { freshDatabase } from "../../support/database.ts";
import { approvedFor, exampleQuote, newConversation, PAID_OUT_AT } from "../../support/fixtures/rows.ts";

const database = await freshDatabase();
afterAll(() => database.close());
const q = database.orm;
beforeAll(() => syncProducts(q, productList()));

const refusedBy = (constraint_name: string) => ({ cause: { constraint_name } });
const justAfter = "2016-02-10T02:05:00.001Z";

async function quoted(quote: Quote = exampleQuote()): Promise<{ borrowerId: string; quote: Quote }> {
  const { borrowerId } = await newConversation(q);
  await approvedFor(q, borrowerId, quote);
  await insertQuote(q, borrowerId, quote);
  return { borrowerId, quote };
}

async function readyAt(times: { agreed: string; matched: string }) {
  const { borrowerId, quote } = await quoted();
  const turnId = randomUUID();
  const contract = { kind: "contract", subject: quote.hash, givenAt: times.agreed } as const;
  await recordConsent(q, { borrowerId, turnId, ...contract });
  await recordFaceCheck(q, { borrowerId, turnId, quoteId: quote.id, matchedAt: times.matched });
  return { borrowerId, quote };
}

describe("a loan", () => {
  it("is signed when all that it rests on is there, at the very instant too", async () => {
    const ready = await readyAt({ agreed: PAID_OUT_AT, matched: PAID_OUT_AT });
    expect(await signLoan(q, { ...ready, at: PAID_OUT_AT })).toBe(true);
  });

  it("is not signed before its contract is agreed to", async () => {
    const ready = await readyAt({ agreed: justAfter, matched: PAID_OUT_AT });
    const signing = signLoan(q, { ...ready, at: PAID_OUT_AT });
    await expect(signing).rejects.toMatchObject(refusedBy("loans_contract_agreed"));
  });

  it("is not signed before the face is matched", async () => {
    const ready = await readyAt({ agreed: PAID_OUT_AT, matched: justAfter });
    const signing = signLoan(q, { ...ready, at: PAID_OUT_AT });
    await expect(signing).rejects.toMatchObject(refusedBy("loans_face_verified"));
  });

  it("is not signed on a day before its quote, whose arrears would count", async () => {
    const before = "2016-02-09T02:00:00.000Z";
    const ready = await readyAt({ agreed: before, matched: before });
    const signing = signLoan(q, { ...ready, at: before });
    await expect(signing).rejects.toMatchObject(refusedBy("loans_quote_issued"));
  });
});

describe("a quote's schedule", () => {
  const withFirst = (changes: Partial<Quote["schedule"][number]>): Quote => {
    const quote = exampleQuote();
    return {
      ...quote,
      schedule: quote.schedule.map((line, at) => (at === 0 ? { ...line, ...changes } : line)),
    };
  };

  it.each([
    { principal: "2000.01" },
    { principal: "12000.00" },
    { interest: "900.00" },
    { interest: "0.00" },
  ])("asks for no other sums than the quote names: %j", async (changes) => {
    await expect(quoted(withFirst(changes))).rejects.toMatchObject(refusedBy("quotes_schedule_sums"));
  });
});
