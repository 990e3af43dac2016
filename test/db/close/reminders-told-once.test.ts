import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { fireDeadlines } from "../../../bot/jobs/fire-deadlines.ts";
import { setDeadline } from "../../../db/conversation/deadlines.ts";
import { addDays, startOfDayInShanghai } from "../../../domain/calendar/dates.ts";
import { type Books, firstDay, openBooks } from "./books.ts";

const books: Books = await openBooks({ loans: 30 });
afterAll(() => books.database.close());
const { sql, orm } = books.database;

interface Due {
  loanId: string;
  installment: number;
  conversationId: string;
}

let due: Due;
let day = firstDay;

/** A day on which a loan falls due that no test before has used. */
beforeEach(async () => {
  const [next] = await sql<(Due & { day: string })[]>`
    select i.loan_id as "loanId", i.number as installment, c.id as "conversationId", i.due_date::text as day
    from installments i join loans loan on loan.id = i.loan_id
    join conversations c on c.borrower_id = loan.borrower_id
    where loan.status = 'active' and i.principal_paid = 0 and i.due_date > ${day}
      and not exists (select from installments late where late.loan_id = i.loan_id and late.due_date < i.due_date
        and late.principal_paid = 0)
    order by i.due_date, i.loan_id limit 1`;
  if (!next) throw new Error("a demo loan falls due at last");
  due = next;
  await sql`update borrowers set automatic_deduction = null`;
  await books.closeOn(addDays(next.day, -1));
  day = next.day;
});

/** The conversation's own deadline for the reminder of the due date comes. */
async function deadlineComes(): Promise<void> {
  const { loanId, installment, conversationId } = due;
  books.clock.moveTo(startOfDayInShanghai(day, "09:30"));
  await setDeadline(orm, {
    conversationId,
    key: `reminder:${loanId}:${installment}:due`,
    at: startOfDayInShanghai(day, "09:00"),
    event: { type: "reminder.due", loanId, installment, stage: "due" },
  });
  await fireDeadlines(books.jobs, conversationId);
}

const told = async (): Promise<number> =>
  (await sql`select from outbox where conversation_id = ${due.conversationId}`).length;
const status = async (): Promise<unknown[]> =>
  (
    await sql`
    select status from reminders
    where loan_id = ${due.loanId} and installment = ${due.installment} and stage = 'due'`
  ).map((row) => row["status"]);
const deadlines = async (): Promise<string[]> =>
  (await sql<{ key: string }[]>`select key from deadlines where conversation_id = ${due.conversationId}`).map(
    ({ key }) => key,
  );

describe("one stage of one installment is told once", () => {
  it("planned by the close, told by the conversation: it is no longer to be sent", async () => {
    await books.closeOn(day);
    expect(await status()).toEqual(["planned"]);
    await deadlineComes();
    expect(await status()).toEqual(["raised"]);
    expect(await told()).toBe(1);
  });

  it("told by the conversation first: the close plans nothing", async () => {
    await deadlineComes();
    expect(await told()).toBe(1);
    await books.closeOn(day);
    expect(await status()).toEqual(["raised"]);
  });

  it("sent by another way first: the conversation stays silent, and goes on to what follows", async () => {
    await books.closeOn(day);
    await sql`update reminders set status = 'raised', raised_at = now()
      where loan_id = ${due.loanId} and installment = ${due.installment} and stage = 'due'`;
    await deadlineComes();
    expect(await told()).toBe(0);
    const left = await deadlines();
    expect(left).not.toContain(`reminder:${due.loanId}:${due.installment}:due`);
    expect(left).toContain(`reminder:${due.loanId}:${due.installment}:overdue-1`);
  });

  it("both at the same instant: one of them tells", async () => {
    await books.closeOn(day);
    const send = sql.begin(async (tx) => {
      const sent = await tx`update reminders set status = 'raised', raised_at = now() where status = 'planned'
        and loan_id = ${due.loanId} and installment = ${due.installment} and stage = 'due' returning 1`;
      return sent.length;
    });
    const [sent] = await Promise.all([send, deadlineComes()]);
    expect(sent + (await told())).toBe(1);
  });
});
