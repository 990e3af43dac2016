/** The database refuses by itself what the rules refuse: rows are written here as nobody's code would. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordConsent } from "../../../db/conversation/consents.ts";
import { recordFaceCheck } from "../../../db/conversation/face-checks.ts";
import { grantLimit, insertAssessment } from "../../../db/lending/assessments.ts";
import { disburseLoan, signLoan } from "../../../db/lending/loans.ts";
import { syncProducts } from "../../../db/lending/products.ts";
import { insertQuote, voidQuote } from "../../../db/lending/quotes.ts";
import type { Assessment } from "../../../domain/eligibility/assessment.ts";
import type { LoanTerms, Quote } from "../../../domain/pricing/quote.ts";
import { productList } from "../../../domain/product/catalogue.ts";
import { freshDatabase } from "../../support/database.ts";
import { exampleQuote, newConversation, PAID_OUT_AT, readyToSign } from "../../support/fixtures/rows.ts";

const database = await freshDatabase();
afterAll(() => database.close());
const q = database.orm;
beforeAll(() => syncProducts(q, productList()));

const issuedAt = "2016-02-10T02:00:00.000Z";
const refusedBy = (constraint_name: string) => ({ cause: { constraint_name } });

const assessment = (changes: Partial<Assessment> = {}): Assessment => ({
  ...{ id: randomUUID(), productId: "weilidai", decidedOn: "2016-02-10", validUntil: "2016-03-11" },
  ...{ outcome: "approved", score: "81.25", dimensions: [], tier: "regular", limit: "20000.00" },
  ...{ dailyRate: "0.0005", annualRate: "0.1800", reasons: [] },
  ...changes,
});

const consent = (
  borrowerId: string,
  kind: "privacy" | "credit" | "contract" | "deduction",
  subject: string,
) => recordConsent(q, { borrowerId, kind, subject, turnId: randomUUID(), givenAt: issuedAt });

async function consenting(): Promise<string> {
  const { borrowerId } = await newConversation(q);
  await consent(borrowerId, "privacy", "2026-11");
  for (const product of ["weilidai", "we2000"]) await consent(borrowerId, "credit", product);
  return borrowerId;
}

async function assess(borrowerId: string, changes: Partial<Assessment> = {}): Promise<Assessment> {
  const made = assessment(changes);
  await insertAssessment(q, borrowerId, made);
  await grantLimit(q, borrowerId, made);
  return made;
}

async function approved(changes: Partial<Assessment> = {}): Promise<string> {
  const borrowerId = await consenting();
  await assess(borrowerId, changes);
  return borrowerId;
}

async function quoted(borrowerId: string, terms: Partial<LoanTerms> = {}): Promise<Quote> {
  const quote = exampleQuote(terms);
  await insertQuote(q, borrowerId, quote);
  return quote;
}

/** Signed and paid out. */
async function borrowed(borrowerId: string, terms: Partial<LoanTerms> = {}): Promise<Quote> {
  const quote = await quoted(borrowerId, terms);
  await readyToSign(q, borrowerId, quote);
  await signLoan(q, { quote, borrowerId, at: PAID_OUT_AT });
  return quote;
}

describe("a consent", () => {
  it.each(["credit", "contract", "deduction"] as const)(
    "of kind %s does not come before the privacy note's",
    async (kind) => {
      const { borrowerId } = await newConversation(q);
      await expect(consent(borrowerId, kind, "weilidai")).rejects.toMatchObject(
        refusedBy("consents_privacy_first"),
      );
    },
  );
});

describe("an assessment", () => {
  it("needs an authorisation for its very product", async () => {
    const { borrowerId } = await newConversation(q);
    await consent(borrowerId, "privacy", "2026-11");
    await consent(borrowerId, "credit", "we2000");
    await expect(insertAssessment(q, borrowerId, assessment())).rejects.toMatchObject(
      refusedBy("assessments_authorised"),
    );
  });

  it("does not change afterwards", async () => {
    const borrowerId = await approved();
    const raise = database.sql`update assessments set limit_amount = 200000 where borrower_id = ${borrowerId}`;
    await expect(raise).rejects.toThrow(/append-only/);
  });
});

describe("a limit", () => {
  it.each([
    ["raised", "amount = 200000"],
    ["prolonged", "valid_until = '2030-01-01'"],
  ])("is not %s beyond its assessment", async (_, change) => {
    const borrowerId = await approved();
    await expect(
      database.sql.unsafe(`update limits set ${change} where borrower_id = '${borrowerId}'`),
    ).rejects.toMatchObject({ constraint_name: "limits_as_assessed" });
  });

  it("is not granted by a refusal", async () => {
    const borrowerId = await consenting();
    const refused = assessment({ outcome: "refused", limit: "0.00", reasons: [{ code: "no-bank-card" }] });
    await insertAssessment(q, borrowerId, refused);
    await expect(
      grantLimit(q, borrowerId, { ...refused, outcome: "approved", limit: "20000.00" }),
    ).rejects.toMatchObject(refusedBy("limits_as_assessed"));
  });

  it("is one of a person and a product", async () => {
    const borrowerId = await approved();
    const again = database.sql`insert into limits select * from limits where borrower_id = ${borrowerId}`;
    await expect(again).rejects.toMatchObject({ code: "23505" });
  });
});

describe("a quote", () => {
  it("is made by an assessment that approves", async () => {
    const borrowerId = await consenting();
    await expect(quoted(borrowerId)).rejects.toMatchObject(refusedBy("quotes_assessed"));
  });

  it("is made by an assessment of its own product and person", async () => {
    const borrowerId = await approved({ productId: "we2000" });
    await expect(quoted(borrowerId)).rejects.toMatchObject(refusedBy("quotes_assessed"));
    await expect(quoted(await consenting())).rejects.toMatchObject(refusedBy("quotes_assessed"));
  });

  it("is made while the assessment is valid, by the day in Shanghai", async () => {
    const last = await approved({ decidedOn: "2016-01-11", validUntil: "2016-02-10" });
    await quoted(last);
    const late = await approved({ decidedOn: "2016-01-10", validUntil: "2016-02-09" });
    await expect(quoted(late)).rejects.toMatchObject(refusedBy("quotes_assessed"));
  });

  it.each(["0.00001", "0.0006"])("is at the assessment's rate, not at %s a day", async (dailyRate) => {
    const borrowerId = await approved();
    await expect(quoted(borrowerId, { dailyRate })).rejects.toMatchObject(refusedBy("quotes_rate_assessed"));
  });

  it("is within the limit, to the cent", async () => {
    const borrowerId = await approved();
    await quoted(borrowerId, { principal: "20000.00" });
    await expect(quoted(borrowerId, { principal: "20000.01" })).rejects.toMatchObject(
      refusedBy("quotes_within_limit"),
    );
  });

  it("is within what signed and running loans leave of the limit", async () => {
    const borrowerId = await approved();
    const loan = await borrowed(borrowerId, { principal: "12000.00" });
    const beyond = () => quoted(borrowerId, { principal: "8000.01" });
    await expect(beyond()).rejects.toMatchObject(refusedBy("quotes_within_limit"));
    await q.transaction((tx) => disburseLoan(tx, { loanId: loan.id, reference: loan.id, at: PAID_OUT_AT }));
    await expect(beyond()).rejects.toMatchObject(refusedBy("quotes_within_limit"));
    await database.sql`update installments set principal_paid = principal where loan_id = ${loan.id} and number = 1`;
    await quoted(borrowerId, { principal: "10400.00" });
  });

  it("shares one overall limit with the person's other products", async () => {
    const borrowerId = await approved();
    await assess(borrowerId, { productId: "we2000", limit: "5000.00" });
    await borrowed(borrowerId, { principal: "18000.00" });
    await quoted(borrowerId, { productId: "we2000", principal: "2000.00" });
    await expect(quoted(borrowerId, { productId: "we2000", principal: "2000.01" })).rejects.toMatchObject(
      refusedBy("quotes_within_limit"),
    );
  });

  it("is never above 24 % a year", async () => {
    const borrowerId = await approved({ dailyRate: "0.001", annualRate: "0.3600" });
    await expect(quoted(borrowerId, { dailyRate: "0.001" })).rejects.toMatchObject(
      refusedBy("quotes_all_in_cap"),
    );
  });
});

describe("a loan", () => {
  const sign = (borrowerId: string, quote: Quote, at = PAID_OUT_AT) => signLoan(q, { quote, borrowerId, at });
  const face = (borrowerId: string, quoteId: string) =>
    recordFaceCheck(q, { borrowerId, quoteId, turnId: randomUUID(), matchedAt: issuedAt });

  it("is not made without a face matched for its very quote", async () => {
    const borrowerId = await approved();
    const [earlier, quote] = [await quoted(borrowerId), await quoted(borrowerId)];
    await face(borrowerId, earlier.id);
    await consent(borrowerId, "contract", quote.hash);
    await expect(sign(borrowerId, quote)).rejects.toMatchObject(refusedBy("loans_face_verified"));
    await face(borrowerId, quote.id);
    expect(await sign(borrowerId, quote)).toBe(true);
  });

  it("is not made without consent to its very figures", async () => {
    const borrowerId = await approved();
    const [earlier, quote] = [await quoted(borrowerId), await quoted(borrowerId)];
    await face(borrowerId, quote.id);
    await consent(borrowerId, "contract", earlier.hash);
    await expect(sign(borrowerId, quote)).rejects.toMatchObject(refusedBy("loans_contract_agreed"));
  });

  it("knows nobody else's face", async () => {
    const quote = await quoted(await approved());
    await expect(face(await approved(), quote.id)).rejects.toMatchObject(refusedBy("face_checks_quote"));
  });

  it("keeps its face check", async () => {
    await borrowed(await approved());
    await expect(database.sql`delete from face_checks`).rejects.toThrow(/append-only/);
  });

  it("is not signed once its quote has expired", async () => {
    const borrowerId = await approved();
    const quote = await quoted(borrowerId);
    await readyToSign(q, borrowerId, quote);
    await expect(sign(borrowerId, quote, "2016-02-10T02:30:00.001Z")).rejects.toMatchObject(
      refusedBy("loans_quote_lasts"),
    );
  });

  it("is not signed when another of the same person took the limit, not even at the same instant", async () => {
    const borrowerId = await approved();
    const pair = [await quoted(borrowerId), await quoted(borrowerId, { principal: "10000.01" })];
    for (const quote of pair) await readyToSign(q, borrowerId, quote);
    const signed = await Promise.allSettled(
      pair.map((quote) => q.transaction((tx) => signLoan(tx, { quote, borrowerId, at: PAID_OUT_AT }))),
    );
    expect(signed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(signed.find(({ status }) => status === "rejected")).toMatchObject({
      reason: refusedBy("loans_within_limit"),
    });
  });

  it("that was given up leaves the limit free", async () => {
    const borrowerId = await approved();
    const quote = await borrowed(borrowerId, { principal: "20000.00" });
    await database.sql`update loans set status = 'abandoned' where id = ${quote.id}`;
    const next = await quoted(borrowerId, { principal: "20000.00" });
    expect(await voidQuote(q, { quoteId: next.id, reason: "cancelled", at: PAID_OUT_AT })).toBe(true);
  });
});
