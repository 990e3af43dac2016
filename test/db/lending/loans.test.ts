import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { accountBalances } from "../../../db/lending/ledger.ts";
import { loadLoan, loadLoansOf } from "../../../db/lending/loan-facts.ts";
import { abandonLoan, disburseLoan, lockLoan, signLoan } from "../../../db/lending/loans.ts";
import { voidQuote } from "../../../db/lending/quotes.ts";
import type { Loan } from "../../../domain/loan/loan-position.ts";
import { houseConventions } from "../../../domain/product/conventions.ts";
import { offerRepayment } from "../../../domain/repayment/repayment.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  activeLoan,
  newConversation,
  PAID_OUT_AT,
  signedLoan,
  storedQuote,
} from "../../support/fixtures/rows.ts";

const database = await freshDatabase();
afterAll(() => database.close());
const q = database.orm;

const payOut = (loanId: string, reference: string = randomUUID()) =>
  q.transaction((tx) => disburseLoan(tx, { loanId, reference, at: PAID_OUT_AT }));
const statusOf = (loanId: string) => q.transaction((tx) => lockLoan(tx, loanId));

describe("signing", () => {
  it("makes a loan of a quote, with a number to read out", async () => {
    const { quote } = await signedLoan(q);
    expect(await statusOf(quote.id)).toBe("signed");
    expect((await loadLoan(q, quote.id))?.number).toMatch(/^JD\d{8}$/);
  });

  it("makes one loan of two signatures at the same instant", async () => {
    const { borrowerId, quote } = await storedQuote(q);
    const sign = () => q.transaction((tx) => signLoan(tx, { quote, borrowerId, at: PAID_OUT_AT }));
    const signed = await Promise.all([sign(), sign(), sign()]);
    expect(signed.filter(Boolean)).toHaveLength(1);
  });

  it("refuses a void quote, another's quote, and one whose figures differ", async () => {
    const { borrowerId, quote } = await storedQuote(q);
    const other = await newConversation(q);
    const at = PAID_OUT_AT;
    expect(await signLoan(q, { quote, borrowerId: other.borrowerId, at })).toBe(false);
    expect(await signLoan(q, { quote: { ...quote, hash: "0".repeat(64) }, borrowerId, at })).toBe(false);
    await voidQuote(q, { quoteId: quote.id, reason: "corrected", at });
    expect(await signLoan(q, { quote, borrowerId, at })).toBe(false);
  });

  it("cannot be followed by voiding the quote", async () => {
    const { quote } = await signedLoan(q);
    expect(await voidQuote(q, { quoteId: quote.id, reason: "cancelled", at: PAID_OUT_AT })).toBe(false);
    const force = database.sql`
      update quotes set voided_at = now(), void_reason = 'cancelled' where id = ${quote.id}`;
    await expect(force).rejects.toThrow(/became a loan/);
  });

  it("either signs or voids when both come at the same instant", async () => {
    const { borrowerId, quote } = await storedQuote(q);
    const [signed, voided] = await Promise.allSettled([
      q.transaction((tx) => signLoan(tx, { quote, borrowerId, at: PAID_OUT_AT })),
      q.transaction((tx) => voidQuote(tx, { quoteId: quote.id, reason: "expired", at: PAID_OUT_AT })),
    ]);
    const happened = [signed, voided].filter((one) => one.status === "fulfilled" && one.value);
    expect(happened).toHaveLength(1);
  });
});

describe("payout", () => {
  it("makes the loan active, with the quote's schedule and balanced entries", async () => {
    const { quote } = await signedLoan(q);
    expect(await payOut(quote.id)).toBe(true);
    expect(await statusOf(quote.id)).toBe("active");
    const loan = await loadLoan(q, quote.id);
    expect(loan?.schedule).toEqual(quote.schedule);
    expect(loan?.schedule.map(({ payment }) => payment)[0]).toBe("2145.00");
    expect(loan?.schedule.at(-1)?.payment).toBe("2030.00");
    expect(await accountBalances(q, quote.id)).toEqual({
      "cash:payout": "-10000.00",
      "loans:principal": "10000.00",
    });
  });

  it("happens once, however often it is told", async () => {
    const { quote } = await signedLoan(q);
    const reference = randomUUID();
    const told = await Promise.all([payOut(quote.id, reference), payOut(quote.id, reference)]);
    expect(told.filter(Boolean)).toHaveLength(1);
    expect((await accountBalances(q, quote.id))["cash:payout"]).toBe("-10000.00");
  });

  it("refuses one payment for two loans, and leaves the second signed", async () => {
    const [first, second] = [await signedLoan(q), await signedLoan(q)];
    await payOut(first.quote.id, "one payment");
    await expect(payOut(second.quote.id, "one payment")).rejects.toThrow(/in the ledger already/);
    expect(await statusOf(second.quote.id)).toBe("signed");
  });

  it("does not follow an abandoned loan, nor the other way round", async () => {
    const { quote } = await signedLoan(q);
    expect(await abandonLoan(q, quote.id)).toBe(true);
    expect(await payOut(quote.id)).toBe(false);
    const { loan } = await activeLoan(q);
    expect(await abandonLoan(q, loan.id)).toBe(false);
  });
});

describe("a loan in the tables", () => {
  it("comes back as the domain knows it, whatever became of the conversation", async () => {
    const { borrowerId, quote } = await signedLoan(q);
    await payOut(quote.id);
    await database.sql`update conversations set snapshot = '{}' where borrower_id = ${borrowerId}`;
    const { productId, principal, method, installments, dailyRate, disbursedOn, conventions, schedule } =
      quote;
    expect(await loadLoan(q, quote.id)).toEqual({
      ...{ productId, principal, method, installments, dailyRate, disbursedOn, conventions, schedule },
      ...{ id: quote.id, quoteId: quote.id, quoteHash: quote.hash, repayments: [] },
      number: expect.stringMatching(/^JD\d{8}$/),
    });
  });

  it("is replayed by the conventions of its quote, not by the house's", async () => {
    const conventions = { ...houseConventions, counting: "inclusive" as const };
    const { borrowerId, quote } = await storedQuote(q, { conventions });
    await signLoan(q, { quote, borrowerId, at: PAID_OUT_AT });
    await payOut(quote.id);
    const loan = await loadLoan(q, quote.id);
    const payoff = (terms: Loan) => offerRepayment(terms, { kind: "payoff", on: "2016-02-20" });
    // 10,000 x 0.0005 x 11 days, both the first and the last counted; 10 days by the house's conventions.
    expect(loan && payoff(loan)).toMatchObject({ ok: true, amount: "10055.00" });
    expect(loan && payoff({ ...loan, conventions: houseConventions })).toMatchObject({ amount: "10050.00" });
  });

  it("has its quote's schedule already when it is merely signed", async () => {
    const { quote } = await signedLoan(q);
    expect((await loadLoan(q, quote.id))?.schedule).toEqual(quote.schedule);
  });

  it("is listed for its borrower once it is paid out", async () => {
    const { borrowerId, quote } = await signedLoan(q);
    expect(await loadLoansOf(q, borrowerId)).toEqual([]);
    await payOut(quote.id);
    expect((await loadLoansOf(q, borrowerId)).map(({ id }) => id)).toEqual([quote.id]);
    expect(await loadLoan(q, "unknown")).toBeUndefined();
  });

  it.each([
    ["active", "signed"],
    ["active", "abandoned"],
    ["abandoned", "active"],
  ])("never goes from %s to %s", async (from, to) => {
    const { quote } = await signedLoan(q);
    if (from === "active") await payOut(quote.id);
    else await abandonLoan(q, quote.id);
    const force = database.sql`update loans set status = ${to} where id = ${quote.id}`;
    await expect(force).rejects.toThrow(`cannot go from ${from} to ${to}`);
  });
});
