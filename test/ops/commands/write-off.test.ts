import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountBalances } from "../../../db/lending/ledger.ts";
import { loadLoan } from "../../../db/lending/loan-facts.ts";
import { beginRepayment, refuseRepayment } from "../../../db/lending/repayments.ts";
import { addDays } from "../../../domain/calendar/dates.ts";
import { sum } from "../../../domain/money/money.ts";
import { type Books, firstDay, openBooks } from "../../db/close/books.ts";
import { paid } from "../../db/close/generated-loans.ts";
import { opsOn } from "../at-desk.ts";

let books: Books;
let late = { id: "", number: "", principal: "", interest: "", penalty: "" };
let ops: ReturnType<typeof opsOn>;

beforeAll(async () => {
  books = await openBooks({ loans: 60 });
  ops = opsOn({ DATABASE_URL: books.database.url });
  await books.database.sql`update borrowers set automatic_deduction = null`;
  await books.closeOn(firstDay);
  const [found] = await books.database.sql<(typeof late)[]>`
    select loan.id, loan.number, p.principal, p.interest, p.penalty
    from loan_positions p join loans loan on loan.id = p.loan_id order by p.days_past_due desc limit 1`;
  if (found) late = found;
});
afterAll(() => books.database.close());

const stageOf = async (id: string) =>
  (await books.database.sql`select stage, principal from loan_positions where loan_id = ${id}`)[0];
const writeOff = () => ops("write-off", late.number, "--reason", "the borrower is bankrupt", "--json");
const total = async (...accounts: ("loans:principal" | "loans:written-off" | "loss:write-off")[]) => {
  const balances = await accountBalances(books.database.orm);
  return sum(accounts.map((account) => balances[account] ?? "0"));
};

describe("a write-off", () => {
  it("is refused for a loan that is not overdue, and for one that nobody knows", async () => {
    const [good] = await books.database.sql`
      select loan.number from loan_positions p join loans loan on loan.id = p.loan_id where p.stage = 'active' limit 1`;
    const refused = await ops("write-off", good?.["number"], "--reason", "no reason at all");
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain("only what is overdue can be written off");
    expect((await ops("write-off", "JD1", "--reason", "no such loan")).code).toBe(1);
  });

  it("waits for a repayment on its way", async () => {
    const { orm } = books.database;
    const begun = {
      id: "on-its-way",
      loanId: late.id,
      kind: "partial",
      rail: "bank-card",
      amount: "1.00",
    } as const;
    await beginRepayment(orm, { ...begun, at: `${firstDay}T02:00:00Z` });
    expect((await writeOff()).err).toContain("repayment on its way");
    await refuseRepayment(orm, "on-its-way", "insufficient-funds");
  });

  it("takes principal, interest and penalty off the books, and leaves the debt", async () => {
    const before = await total("loans:principal");
    const { principal, interest, penalty } = late;
    expect((await writeOff()).json()).toEqual({ loan: late.number, principal, interest, penalty });
    expect((await total("loss:write-off")).toFixed(2)).toBe(principal);
    expect((await total("loans:written-off")).negated().toFixed(2)).toBe(principal);
    expect((await total("loans:principal")).equals(before)).toBe(true);
    const [owed] = await books.database.sql`select sum(interest) as interest from loan_positions`;
    const balances = await accountBalances(books.database.orm);
    expect(balances["accrued:interest"]).toBe(owed?.["interest"]);
    expect(await stageOf(late.id)).toEqual({ stage: "written-off", principal });
    expect((await writeOff()).code).toBe(1);
  });

  it("is not reckoned, deducted from or reminded any more", async () => {
    await books.closeOn(addDays(firstDay, 40));
    expect(await stageOf(late.id)).toEqual({ stage: "written-off", principal: late.principal });
    const rows = await books.database.sql`
      select 1 from accruals where loan_id = ${late.id} and "on" > ${firstDay}
      union all select 1 from reminders where loan_id = ${late.id} and status = 'planned'`;
    expect(rows).toHaveLength(0);
  });

  it("what comes in afterwards is booked, and the loss is so much smaller", async () => {
    const on = addDays(firstDay, 41);
    const loan = await loadLoan(books.database.orm, late.id);
    const after = loan && (await paid(books.database.orm, loan, { kind: "partial", on, share: 0.5 }));
    const repaid = sum(after?.repayments.at(-1)?.allocations.map(({ principal }) => principal) ?? []);
    expect(repaid.greaterThan(0)).toBe(true);
    await books.closeOn(on);
    expect((await total("loss:write-off")).toFixed(2)).toBe(sum([late.principal]).minus(repaid).toFixed(2));
    expect((await stageOf(late.id))?.["principal"]).toBe(sum([late.principal]).minus(repaid).toFixed(2));
  });
});
