import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountBalances } from "../../../db/lending/ledger.ts";
import { loadLoan } from "../../../db/lending/loan-facts.ts";
import { beginRepayment, refuseRepayment } from "../../../db/lending/repayments.ts";
import { addDays } from "../../../domain/calendar/dates.ts";
import { loanPosition } from "../../../domain/loan/loan-position.ts";
import { type Books, firstDay, openBooks } from "../../db/close/books.ts";
import { paid } from "../../db/close/generated-loans.ts";
import { opsOn } from "../at-desk.ts";

let books: Books;
let ops: ReturnType<typeof opsOn>;
let late = { id: "", number: "" };
/** A number of a loan on which nothing was paid so far. */
let unpaid = "";

beforeAll(async () => {
  books = await openBooks({ loans: 60 });
  ops = opsOn({ DATABASE_URL: books.database.url });
  await books.database.sql`update borrowers set automatic_deduction = null`;
  await books.closeOn(firstDay);
  const [found] = await books.database.sql<(typeof late)[]>`
    select loan.id, loan.number from loan_positions p join loans loan on loan.id = p.loan_id
    order by p.days_past_due desc limit 1`;
  if (found) late = found;
  const [other] = await books.database.sql`
    select number from loans loan
    where status = 'active' and not exists (select from repayments r where r.loan_id = loan.id) limit 1`;
  unpaid = String(other?.["number"]);
});
afterAll(() => books.database.close());

const reverse = (number: string) => ops("reverse", number, "--reason", "bounced", "--json");
const statusOf = async (id: string) =>
  (
    await books.database.sql`
      select loan.status, loan.settled_on, p.stage from loans loan join loan_positions p on p.loan_id = loan.id
      where loan.id = ${id}`
  )[0];
const theLoan = async () => {
  const loan = await loadLoan(books.database.orm, late.id);
  if (!loan) throw new Error("the loan is gone");
  return loan;
};

describe("a repayment booked back", () => {
  it("is refused where there is none, or another is on its way", async () => {
    expect((await reverse("JD1")).err).toContain("no loan that was paid out");
    expect((await reverse(unpaid)).err).toContain("no repayment to book back");
    const begun = {
      id: "on-its-way",
      loanId: late.id,
      kind: "partial",
      rail: "balance",
      amount: "1.00",
    } as const;
    await beginRepayment(books.database.orm, { ...begun, at: `${firstDay}T02:00:00Z` });
    expect((await reverse(late.number)).err).toContain("on its way");
    await refuseRepayment(books.database.orm, begun.id, "insufficient-funds");
  });

  it("opens a settled loan again, with the books as if the money had never come", async () => {
    const before = { loan: await theLoan(), books: await accountBalances(books.database.orm, late.id) };
    const settled = await paid(books.database.orm, before.loan, { kind: "payoff", on: firstDay, share: 1 });
    await books.closeOn(addDays(firstDay, 1));
    expect(await statusOf(late.id)).toMatchObject({ status: "settled", stage: "settled" });

    const reversed = (await reverse(late.number)).json();
    expect(reversed).toEqual({
      ...{ loan: late.number, amount: settled?.repayments.at(-1)?.amount },
      stage: expect.stringMatching(/^overdue-/),
    });
    expect(await statusOf(late.id)).toEqual({ status: "active", settled_on: null, stage: reversed["stage"] });
    expect(await theLoan()).toEqual(before.loan);
    expect(await nonZero()).toEqual(before.books);
  });

  it("is reckoned by the next close as the domain reckons it, accruals and all", async () => {
    const on = addDays(firstDay, 2);
    await books.closeOn(on);
    const { daysPastDue, outstandingPrincipal, overdue } = loanPosition(await theLoan(), on);
    const [position] = await books.database.sql`
      select days_past_due, principal, penalty, interest_earned from loan_positions where loan_id = ${late.id}`;
    expect(position).toMatchObject({
      ...{ days_past_due: daysPastDue, principal: outstandingPrincipal, penalty: overdue.penalty },
    });
    const [accrued] = await books.database.sql`
      select sum(interest) as interest from accruals where loan_id = ${late.id}`;
    expect(accrued?.["interest"]).toBe(position?.["interest_earned"]);
  });

  it("can be paid again", async () => {
    const on = addDays(firstDay, 3);
    await paid(books.database.orm, await theLoan(), { kind: "payoff", on, share: 1 });
    await books.closeOn(on);
    expect(await statusOf(late.id)).toMatchObject({ status: "settled", stage: "settled" });
  });
});

/** Without the accounts that came back to nothing. */
async function nonZero(): Promise<Record<string, string>> {
  const balances = await accountBalances(books.database.orm, late.id);
  return Object.fromEntries(Object.entries(balances).filter(([, balance]) => Number(balance) !== 0));
}
