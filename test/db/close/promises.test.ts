/** Promises as the close judges them, against domain/overdue/promise.ts; and what rests while they hold. */
import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { resumeContacts, setReminderHour, stopContacts } from "../../../db/conversation/contacts.ts";
import { loadLoansOf } from "../../../db/lending/loan-facts.ts";
import { makePromise } from "../../../db/lending/promises.ts";
import { addDays } from "../../../domain/calendar/dates.ts";
import { promiseStatus, repaidBy } from "../../../domain/overdue/promise-status.ts";
import { firstDay, openBooks } from "./books.ts";

const books = await openBooks({ loans: 60 });
const { orm, sql } = books.database;
afterAll(() => books.database.close());

it("is judged as the domain judges it, day by day, and never again", async () => {
  await sql`update borrowers set automatic_deduction = 'balance'`;
  await books.closeOn(firstDay);
  const people = await sql<{ id: string }[]>`
    select distinct borrower_id as id from loans where status = 'active' order by 1 limit 28`;
  const made = await Promise.all(
    people.map(async ({ id: borrowerId }, n) => {
      const before = await loadLoansOf(orm, borrowerId);
      const paidBefore = repaidBy(before, firstDay).toFixed(2);
      const promise = { madeOn: firstDay, promisedOn: addDays(firstDay, 1 + (n % 7)), paidBefore };
      const whole = { ...promise, amount: n % 2 === 0 ? "0.01" : "50000.00" };
      await orm.transaction((tx) => makePromise(tx, { ...whole, id: randomUUID(), borrowerId }));
      return { borrowerId, promise: whole };
    }),
  );
  const seen = new Set<string>();
  for (let day = 1; day <= 8; day += 1) {
    const on = addDays(firstDay, day);
    await books.closeOn(on);
    const statuses = await sql<{ borrower: string; status: string; on: string | null }[]>`
      select borrower_id as borrower, status, decided_on::text as "on" from promises`;
    for (const { borrowerId, promise } of made) {
      const row = statuses.find(({ borrower }) => borrower === borrowerId);
      const loans = await loadLoansOf(orm, borrowerId);
      const standing = promiseStatus(promise, loans, on);
      seen.add(row?.status ?? "");
      // What a close began is booked after it: the next one judges it.
      if (row?.status === "open" && standing !== "broken") continue;
      expect([borrowerId, row?.status]).toEqual([borrowerId, standing]);
    }
  }
  expect([...seen].sort()).toEqual(["broken", "kept", "open"]);
  await expect(sql`update promises set status = 'kept' where status = 'broken'`).rejects.toThrow(
    /is decided/,
  );
});

it("has nothing deducted before its day, and the reminder planned for the hour that was chosen", async () => {
  const [due] = await sql<{ borrower: string; loan: string; on: string }[]>`
    select loan.borrower_id as borrower, loan.id as loan, min(i.due_date)::text as on
    from loans loan join installments i on i.loan_id = loan.id
    where loan.status = 'active' and i.principal_paid < i.principal and not exists (
      select from loans other where other.borrower_id = loan.borrower_id and other.id <> loan.id)
    group by 1, 2 having min(i.due_date) > ${addDays(firstDay, 9)} order by 3 limit 1`;
  if (!due) throw new Error("a demo loan falls due at last");
  await setReminderHour(orm, due.borrower, 20);
  await stopContacts(orm, due.borrower, `${due.on}T00:00:00Z`);
  await resumeContacts(orm, due.borrower);
  const paidBefore = repaidBy(await loadLoansOf(orm, due.borrower), due.on).toFixed(2);
  const promise = { madeOn: addDays(due.on, -1), promisedOn: addDays(due.on, 2), paidBefore };
  const whole = { ...promise, amount: "1.00", id: randomUUID(), borrowerId: due.borrower };
  await orm.transaction((tx) => makePromise(tx, whole));
  await books.closeOn(addDays(due.on, 3));
  const deductions = await sql<{ on: string }[]>`
    select payload->>'on' as on from commands where kind = 'deduct' and payload->>'loanId' = ${due.loan}
    order by 1`;
  expect(deductions[0]?.on).toBe(addDays(due.on, 2));
  const [reminder] = await sql<{ at: string }[]>`
    select not_before as at from reminders where loan_id = ${due.loan} and stage = 'due' and planned_on = ${due.on}`;
  expect(new Date(reminder?.at ?? "").toISOString()).toBe(`${due.on}T12:00:00.000Z`);
});
