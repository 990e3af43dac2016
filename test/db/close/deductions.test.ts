import { afterAll, describe, expect, it } from "vitest";
import { closeNextDay } from "../../../db/close/close-day.ts";
import { loadLoan } from "../../../db/lending/loan-facts.ts";
import { beginRepayment } from "../../../db/lending/repayments.ts";
import { addDays } from "../../../domain/calendar/dates.ts";
import { amountDue, loanPosition } from "../../../domain/loan/loan-position.ts";
import { type Partners, PartnerUnavailable } from "../../../partners/ports.ts";
import { hastenJobs, runDueJobs } from "../../support/jobs.ts";
import { type Books, firstDay, openBooks } from "./books.ts";

const opened: Books[] = [];
afterAll(() => Promise.all(opened.map(({ database }) => database.close())));

type Collect = Partners["collect"];

/** Books of which one loan alone is due, with a deduction agreed to; and every request that the rail was sent. */
async function oneDue(
  source: string,
  rail: (call: Parameters<Collect>[0], ask: Collect) => ReturnType<Collect>,
) {
  const asked: { rail: string; key: string; amount: string }[] = [];
  const partners = (sandbox: Partners): Partners => ({
    ...sandbox,
    collect: async (call) => {
      asked.push({ rail: call.rail, key: call.key, amount: call.amount });
      return await rail(call, sandbox.collect);
    },
  });
  const books = await openBooks({ loans: 30, partners });
  opened.push(books);
  const { sql, orm } = books.database;
  await sql`update borrowers set automatic_deduction = null`;
  const [due] = await sql<{ id: string; borrower: string; due: string }[]>`
    select loan.id, loan.borrower_id as borrower, min(i.due_date)::text as due
    from loans loan join installments i on i.loan_id = loan.id
    where i.principal_paid = 0 and loan.status = 'active' group by 1, 2 having min(i.due_date) > ${firstDay}
    order by min(i.due_date), loan.id limit 1`;
  if (!due) throw new Error("a demo loan falls due at last");
  await sql`update borrowers set automatic_deduction = ${source} where id = ${due.borrower}`;
  const loan = await loadLoan(orm, due.id);
  const amount = loan && amountDue(loanPosition(loan, due.due)).amount;
  const tries = () => sql`
    select rail, status, amount, value_date::text, refusal from repayments
    where loan_id = ${due.id} and begun_at >= ${due.due}::date - 1 order by begun_at, rail`;
  const stage = async () =>
    (await sql`select stage from loan_positions where loan_id = ${due.id}`)[0]?.["stage"];
  await books.closeOn(addDays(due.due, -1));
  return { books, asked, due, amount, tries, stage };
}

const granted: Parameters<typeof oneDue>[1] = (call, ask) => ask(call);
const emptyBalance: Parameters<typeof oneDue>[1] = async (call, ask) =>
  call.rail === "balance" ? { outcome: "refused", reason: "insufficient-funds" } : await ask(call);

describe("automatic deduction", () => {
  it("takes from the balance what is due on its day, once, and the loan moves on", async () => {
    const { books, asked, due, amount, tries, stage } = await oneDue("balance-then-card", granted);
    await closeNextDay(books.database.orm, due.due);
    expect(await stage()).toBe("due");
    await runDueJobs(books.jobs);
    expect(asked.map(({ rail, amount: sum }) => [rail, sum])).toEqual([["balance", amount]]);
    expect([...(await tries())]).toEqual([
      { rail: "balance", status: "posted", amount, value_date: due.due, refusal: null },
    ]);
    expect(await stage()).not.toBe("due");
  });

  it("goes to the card where the balance does not suffice; the money counts for the due date", async () => {
    const { books, due, amount, tries } = await oneDue("balance-then-card", emptyBalance);
    const [day] = await books.closeOn(due.due);
    expect(day?.deductions).toMatchObject({ onTheWay: 1, collected: 0, refused: 0 });
    expect([...(await tries())]).toEqual([
      { rail: "balance", status: "refused", amount, value_date: null, refusal: "insufficient-funds" },
      { rail: "bank-card", status: "processing", amount, value_date: null, refusal: null },
    ]);
    const [later] = await books.closeOn(addDays(due.due, 1));
    expect(later?.deductions).toMatchObject({ collected: 0, onTheWay: 0, refused: 0, skipped: 0 });
  });

  it("asks no other source than the one agreed to", async () => {
    const { books, asked, due } = await oneDue("balance", emptyBalance);
    const [day] = await books.closeOn(due.due);
    expect(day?.deductions).toMatchObject({ refused: 1 });
    expect(asked.map(({ rail }) => rail)).toEqual(["balance"]);
  });

  it("tries again on the days after, up to the call and no longer", async () => {
    const { books, asked, due } = await oneDue("balance", emptyBalance);
    await books.closeOn(addDays(due.due, 12));
    expect(asked).toHaveLength(8);
  });

  it("leaves a loan alone whose borrower pays meanwhile", async () => {
    const { books, asked, due, tries } = await oneDue("balance", granted);
    await closeNextDay(books.database.orm, due.due);
    const manual = { id: "by-hand", loanId: due.id, kind: "due", rail: "bank-card", amount: "1.00" } as const;
    await beginRepayment(books.database.orm, { ...manual, at: `${due.due}T02:00:00Z` });
    await runDueJobs(books.jobs);
    expect(asked).toEqual([]);
    expect(await tries()).toHaveLength(1);
    const [command] = await books.database.sql`select status, result from commands where kind = 'deduct'`;
    expect(command).toMatchObject({ status: "done", result: { type: "deduction.skipped" } });
  });

  it("asks again by the same key after a rail was out of reach, and takes the money once", async () => {
    let down = true;
    const { books, asked, due, tries } = await oneDue("balance", async (call, ask) => {
      if (down) throw new PartnerUnavailable("down");
      return await ask(call);
    });
    const [day] = await books.closeOn(due.due);
    expect(day?.deductions).toMatchObject({ retrying: 1, collected: 0 });
    down = false;
    await hastenJobs(books.jobs, "run-command");
    await runDueJobs(books.jobs);
    expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
    expect((await tries()).map(({ status }) => status)).toEqual(["posted"]);
  });
});
