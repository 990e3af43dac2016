import { afterAll, describe, expect, it } from "vitest";
import { closeNextDay } from "../../../db/close/close-day.ts";
import { addDays } from "../../../domain/calendar/dates.ts";
import { type Books, booksAsWritten, firstDay, openBooks } from "./books.ts";

const opened: Books[] = [];
async function books(loans = 60): Promise<Books> {
  const fresh = await openBooks({ loans });
  opened.push(fresh);
  return fresh;
}
afterAll(() => Promise.all(opened.map(({ database }) => database.close())));

describe("the daily close", () => {
  it("run twice for a day changes nothing the second time", async () => {
    const { database, closeOn } = await books();
    expect(await closeOn(firstDay)).toHaveLength(1);
    const before = await booksAsWritten(database);
    expect(await closeOn(firstDay)).toEqual([]);
    expect(await booksAsWritten(database)).toEqual(before);
  });

  it("of two at once one closes the day and the other finds it closed", async () => {
    const { database } = await books(12);
    const both = await Promise.all([0, 1].map(() => closeNextDay(database.orm, firstDay)));
    expect(both.filter(Boolean)).toHaveLength(1);
    const [counted] = await database.sql`select count(*)::int as count from closes`;
    expect(counted?.["count"]).toBe(1);
  });

  it("five missed days catch up to the same books as five daily runs", async () => {
    const daily = await books();
    const late = await books();
    const days = [1, 2, 3, 4, 5].map((ahead) => addDays(firstDay, ahead));
    for (const { database, closeOn } of [daily, late]) {
      // A card's money takes as many days in either case, counted from when it was asked for.
      await database.sql`update borrowers set automatic_deduction = 'balance' where automatic_deduction is not null`;
      await closeOn(firstDay);
    }
    for (const day of days) expect(await daily.closeOn(day)).toHaveLength(1);
    const caughtUp = await late.closeOn(days.at(-1) ?? "");
    expect(caughtUp.map(({ on }) => on)).toEqual(days);
    expect(await booksAsWritten(late.database)).toEqual(await booksAsWritten(daily.database));
    expect(caughtUp.reduce((sum, { deductions }) => sum + deductions.collected, 0)).toBeGreaterThan(0);
  });

  it("a day that lies behind the books is not closed again, and none is left out", async () => {
    const { closeOn, database } = await books(5);
    await closeOn(firstDay);
    expect(await closeNextDay(database.orm, addDays(firstDay, -1))).toBeUndefined();
    await closeOn(addDays(firstDay, 3));
    const rows = await database.sql`select "on"::text as day from closes order by "on"`;
    expect(rows.map(({ day }) => day)).toEqual([0, 1, 2, 3].map((ahead) => addDays(firstDay, ahead)));
  });

  it("what it wrote cannot be changed", async () => {
    const { closeOn, database } = await books(5);
    await closeOn(firstDay);
    for (const table of ["accruals", "closes"])
      await expect(database.sql`delete from ${database.sql(table)}`).rejects.toThrow("append-only");
  });

  it("a stage planned and not told gives way to the next one of the same installment", async () => {
    const { closeOn, database } = await books();
    await database.sql`update borrowers set automatic_deduction = null`;
    for (let ahead = 0; ahead <= 6; ahead += 1) await closeOn(addDays(firstDay, ahead));
    const [row] = await database.sql`
      select count(*)::int as told, (count(*) filter (where status = 'superseded'))::int as superseded
      from (select loan_id, installment from reminders where status = 'planned' group by 1, 2 having count(*) > 1) twice
      left join reminders using (loan_id, installment)`;
    expect(row).toEqual({ told: 0, superseded: 0 });
    const [given] =
      await database.sql`select count(*)::int as count from reminders where status = 'superseded'`;
    expect(given?.["count"]).toBeGreaterThan(0);
  });
});
