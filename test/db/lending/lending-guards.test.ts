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
import { exampleQuote, newConversation, PAID_OUT_AT, readyToSign } from "../support/fixtures.ts";

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
  applicantId: string,
  kind: "privacy" | "credit" | "contract" | "deduction",
  subject: string,
) => recordConsent(q, { applicantId, kind, subject, turnId: randomUUID(), givenAt: issuedAt });

async function consenting(): Promise<string> {
  const { applicantId } = await newConversation(q);
  await consent(applicantId, "privacy", "2026-11");
  for (const product of ["weilidai", "we2000"]) await consent(applicantId, "credit", product);
  return applicantId;
}

async function assess(applicantId: string, changes: Partial<Assessment> = {}): Promise<Assessment> {
  const made = assessment(changes);
  await insertAssessment(q, applicantId, made);
  await grantLimit(q, applicantId, made);
  return made;
}

async function approved(changes: Partial<Assessment> = {}): Promise<string> {
  const applicantId = await consenting();
  await assess(applicantId, changes);
  return applicantId;
}

async function quoted(applicantId: string, terms: Partial<LoanTerms> = {}): Promise<Quote> {
  const quote = exampleQuote(terms);
  await insertQuote(q, applicantId, quote);
  return quote;
}

/** Signed and paid out. */
async function borrowed(applicantId: string, terms: Partial<LoanTerms> = {}): Promise<Quote> {
  const quote = await quoted(applicantId, terms);
  await readyToSign(q, applicantId, quote);
  await signLoan(q, { quote, applicantId, at: PAID_OUT_AT });
  return quote;
}

describe("a consent", () => {
  it.each(["credit", "contract", "deduction"] as const)(
    "of kind %s does not come before the privacy note's",
    async (kind) => {
      const { applicantId } = await newConversation(q);
      await expect(consent(applicantId, kind, "weilidai")).rejects.toMatchObject(
        refusedBy("consents_privacy_first"),
      );
    },
  );
});

describe("an assessment", () => {
  it("needs an authorisation for its very product", async () => {
    const { applicantId } = await newConversation(q);
    await consent(applicantId, "privacy", "2026-11");
    await consent(applicantId, "credit", "we2000");
    await expect(insertAssessment(q, applicantId, assessment())).rejects.toMatchObject(
      refusedBy("assessments_authorised"),
    );
  });

  it("does not change afterwards", async () => {
    const applicantId = await approved();
    const raise = database.sql`update assessments set limit_amount = 200000 where applicant_id = ${applicantId}`;
    await expect(raise).rejects.toThrow(/append-only/);
  });
});

describe("a limit", () => {
  it.each([
    ["raised", "amount = 200000"],
    ["prolonged", "valid_until = '2030-01-01'"],
  ])("is not %s beyond its assessment", async (_, change) => {
    const applicantId = await approved();
    await expect(
      database.sql.unsafe(`update limits set ${change} where applicant_id = '${applicantId}'`),
    ).rejects.toMatchObject({ constraint_name: "limits_as_assessed" });
  });

  it("is not granted by a refusal", async () => {
    const applicantId = await consenting();
    const refused = assessment({ outcome: "refused", limit: "0.00", reasons: [{ code: "no-bank-card" }] });
    await insertAssessment(q, applicantId, refused);
    await expect(
      grantLimit(q, applicantId, { ...refused, outcome: "approved", limit: "20000.00" }),
    ).rejects.toMatchObject(refusedBy("limits_as_assessed"));
  });

  it("is one of a person and a product", async () => {
    const applicantId = await approved();
    const again = database.sql`insert into limits select * from limits where applicant_id = ${applicantId}`;
    await expect(again).rejects.toMatchObject({ code: "23505" });
  });
});

describe("a quote", () => {
  it("is made by an assessment that approves", async () => {
    const applicantId = await consenting();
    await expect(quoted(applicantId)).rejects.toMatchObject(refusedBy("quotes_assessed"));
  });

  it("is made by an assessment of its own product and person", async () => {
    const applicantId = await approved({ productId: "we2000" });
    await expect(quoted(applicantId)).rejects.toMatchObject(refusedBy("quotes_assessed"));
    await expect(quoted(await consenting())).rejects.toMatchObject(refusedBy("quotes_assessed"));
  });

  it("is made while the assessment is valid, by the day in Shanghai", async () => {
    const last = await approved({ decidedOn: "2016-01-11", validUntil: "2016-02-10" });
    await quoted(last);
    const late = await approved({ decidedOn: "2016-01-10", validUntil: "2016-02-09" });
    await expect(quoted(late)).rejects.toMatchObject(refusedBy("quotes_assessed"));
  });

  it.each(["0.00001", "0.0006"])("is at the assessment's rate, not at %s a day", async (dailyRate) => {
    const applicantId = await approved();
    await expect(quoted(applicantId, { dailyRate })).rejects.toMatchObject(refusedBy("quotes_rate_assessed"));
  });

  it("is within the limit, to the cent", async () => {
    const applicantId = await approved();
    await quoted(applicantId, { principal: "20000.00" });
    await expect(quoted(applicantId, { principal: "20000.01" })).rejects.toMatchObject(
      refusedBy("quotes_within_limit"),
    );
  });

  it("is within what signed and running loans leave of the limit", async () => {
    const applicantId = await approved();
    const loan = await borrowed(applicantId, { principal: "12000.00" });
    const beyond = () => quoted(applicantId, { principal: "8000.01" });
    await expect(beyond()).rejects.toMatchObject(refusedBy("quotes_within_limit"));
    await q.transaction((tx) => disburseLoan(tx, { loanId: loan.id, reference: loan.id, at: PAID_OUT_AT }));
    await expect(beyond()).rejects.toMatchObject(refusedBy("quotes_within_limit"));
    await database.sql`update installments set principal_paid = principal where loan_id = ${loan.id} and number = 1`;
    await quoted(applicantId, { principal: "10400.00" });
  });

  it("shares one overall limit with the person's other products", async () => {
    const applicantId = await approved();
    await assess(applicantId, { productId: "we2000", limit: "5000.00" });
    await borrowed(applicantId, { principal: "18000.00" });
    await quoted(applicantId, { productId: "we2000", principal: "2000.00" });
    await expect(quoted(applicantId, { productId: "we2000", principal: "2000.01" })).rejects.toMatchObject(
      refusedBy("quotes_within_limit"),
    );
  });

  it("is never above 24 % a year", async () => {
    const applicantId = await approved({ dailyRate: "0.001", annualRate: "0.3600" });
    await expect(quoted(applicantId, { dailyRate: "0.001" })).rejects.toMatchObject(
      refusedBy("quotes_all_in_cap"),
    );
  });
});

describe("a loan", () => {
  const sign = (applicantId: string, quote: Quote, at = PAID_OUT_AT) =>
    signLoan(q, { quote, applicantId, at });
  const face = (applicantId: string, quoteId: string) =>
    recordFaceCheck(q, { applicantId, quoteId, turnId: randomUUID(), matchedAt: issuedAt });

  it("is not made without a face matched for its very quote", async () => {
    const applicantId = await approved();
    const [earlier, quote] = [await quoted(applicantId), await quoted(applicantId)];
    await face(applicantId, earlier.id);
    await consent(applicantId, "contract", quote.hash);
    await expect(sign(applicantId, quote)).rejects.toMatchObject(refusedBy("loans_face_verified"));
    await face(applicantId, quote.id);
    expect(await sign(applicantId, quote)).toBe(true);
  });

  it("is not made without consent to its very figures", async () => {
    const applicantId = await approved();
    const [earlier, quote] = [await quoted(applicantId), await quoted(applicantId)];
    await face(applicantId, quote.id);
    await consent(applicantId, "contract", earlier.hash);
    await expect(sign(applicantId, quote)).rejects.toMatchObject(refusedBy("loans_contract_agreed"));
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
    const applicantId = await approved();
    const quote = await quoted(applicantId);
    await readyToSign(q, applicantId, quote);
    await expect(sign(applicantId, quote, "2016-02-10T02:15:00.001Z")).rejects.toMatchObject(
      refusedBy("loans_quote_lasts"),
    );
  });

  it("is not signed when another of the same person took the limit, not even at the same instant", async () => {
    const applicantId = await approved();
    const pair = [await quoted(applicantId), await quoted(applicantId, { principal: "10000.01" })];
    for (const quote of pair) await readyToSign(q, applicantId, quote);
    const signed = await Promise.allSettled(
      pair.map((quote) => q.transaction((tx) => signLoan(tx, { quote, applicantId, at: PAID_OUT_AT }))),
    );
    expect(signed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(signed.find(({ status }) => status === "rejected")).toMatchObject({
      reason: refusedBy("loans_within_limit"),
    });
  });

  it("that was given up leaves the limit free", async () => {
    const applicantId = await approved();
    const quote = await borrowed(applicantId, { principal: "20000.00" });
    await database.sql`update loans set status = 'abandoned' where id = ${quote.id}`;
    const next = await quoted(applicantId, { principal: "20000.00" });
    expect(await voidQuote(q, { quoteId: next.id, reason: "cancelled", at: PAID_OUT_AT })).toBe(true);
  });
});
