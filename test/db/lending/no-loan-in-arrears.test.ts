/** Postgres itself refuses a loan to whoever is in arrears: rows are written here as nobody's code would. */
import { afterAll, describe, expect, it } from "vitest";
import { commandBooks } from "../../../bot/commands/command-books.ts";
import { performCommand } from "../../../bot/commands/commands.ts";
import { disburseLoan, signLoan } from "../../../db/lending/loans.ts";
import { insertQuote } from "../../../db/lending/quotes.ts";
import { sandboxPartners } from "../../../partners/sandbox/partners.ts";
import { freshDatabase } from "../../support/database.ts";
import { activeLoan, exampleQuote, PAID_OUT_AT, readyToSign } from "../../support/fixtures/rows.ts";

const database = await freshDatabase();
afterAll(() => database.close());
const q = database.orm;
const { sql } = database;

/** Somebody with a running loan whose first installment fell due on that day, about to sign another one. */
async function aboutToSign(dueDate: string) {
  const { borrowerId, loan } = await activeLoan(q);
  await sql`update installments set due_date = ${dueDate} where loan_id = ${loan.id} and number = 1`;
  const quote = exampleQuote({ principal: "1000.00" });
  await insertQuote(q, borrowerId, quote);
  await readyToSign(q, borrowerId, quote);
  const row = () =>
    sql`insert into loans (id, borrower_id, signed_at) values (${quote.id}, ${borrowerId}, ${PAID_OUT_AT})`;
  return { borrowerId, loan, quote, row };
}

const refused = { constraint_name: "loans_no_arrears" };

describe("a loan", () => {
  it("is not signed while an installment is unpaid after its day, in Shanghai", async () => {
    const late = await aboutToSign("2016-02-09");
    await expect(late.row()).rejects.toMatchObject(refused);
    const inTime = await aboutToSign("2016-02-10");
    await inTime.row();
  });

  it("is counted by the borrower's own time at the signature", async () => {
    const { borrowerId, quote } = await aboutToSign("2016-02-10");
    // 00:30 of the eleventh in Shanghai is still the tenth in London.
    await expect(
      sql`insert into loans (id, borrower_id, signed_at) values (${quote.id}, ${borrowerId}, '2016-02-10T16:30:00Z')`,
    ).rejects.toMatchObject({ constraint_name: expect.stringMatching(/loans_no_arrears|loans_quote_lasts/) });
  });

  it("is not signed while the interest is paid and the principal is not", async () => {
    const { loan, row } = await aboutToSign("2016-02-09");
    await sql`update installments set interest_paid = interest where loan_id = ${loan.id}`;
    await expect(row()).rejects.toMatchObject(refused);
  });

  it("is not signed while a loan written off is unpaid", async () => {
    const { loan, row } = await aboutToSign("2016-03-10");
    await sql`update loans set status = 'written-off', written_off_on = '2016-02-10', write_off_reason = 'test'
      where id = ${loan.id}`;
    await expect(row()).rejects.toMatchObject(refused);
  });

  it("is signed as soon as what was overdue is paid", async () => {
    const { loan, row } = await aboutToSign("2016-02-09");
    await sql`update installments set principal_paid = principal, interest_paid = interest
      where loan_id = ${loan.id} and number = 1`;
    await row();
  });
});

describe("a payout", () => {
  const partners = sandboxPartners({ personaOf: async () => null, production: false });
  const payOut = (of: Awaited<ReturnType<typeof aboutToSign>>, first: boolean) =>
    performCommand({
      partners,
      books: { ...commandBooks(q, of.quote.id), begin: async () => first },
      command: { command: "payOut", key: `pay-out:${of.quote.id}`, loanId: of.quote.id, amount: "1000.00" },
      call: { key: of.quote.id, borrowerId: of.borrowerId, at: PAID_OUT_AT },
    });

  it("does not go to whoever fell into arrears since the signature", async () => {
    const of = await aboutToSign("2016-03-10");
    await signLoan(q, { quote: of.quote, borrowerId: of.borrowerId, at: PAID_OUT_AT });
    await sql`update installments set due_date = '2016-02-09' where loan_id = ${of.loan.id} and number = 1`;
    const { event, book } = await payOut(of, true);
    expect(event).toMatchObject({ type: "payout.refused", reason: "in-arrears" });
    expect(book).toBeUndefined();
  });

  it("that may have gone already is asked after and booked all the same", async () => {
    const of = await aboutToSign("2016-03-10");
    await signLoan(q, { quote: of.quote, borrowerId: of.borrowerId, at: PAID_OUT_AT });
    await sql`update installments set due_date = '2016-02-09' where loan_id = ${of.loan.id} and number = 1`;
    expect((await payOut(of, false)).event).toMatchObject({ type: "payout.completed" });
    const booked = q.transaction((tx) =>
      disburseLoan(tx, { loanId: of.quote.id, reference: of.quote.id, at: PAID_OUT_AT }),
    );
    expect(await booked).toBe(true);
  });
});
