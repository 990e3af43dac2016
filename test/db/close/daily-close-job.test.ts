import { afterAll, describe, expect, it } from "vitest";
import { dailyClose } from "../../../bot/jobs/daily-close.ts";
import { addDays, startOfDayInShanghai } from "../../../domain/calendar/dates.ts";
import { hastenJobs, runDueJobs, waitingJobs } from "../../support/jobs.ts";
import { booksAsWritten, firstDay, openBooks } from "./books.ts";

const byJob = await openBooks({ loans: 40 });
const byHand = await openBooks({ loans: 40 });
afterAll(() => Promise.all([byJob, byHand].map(({ database }) => database.close())));

describe("the daily close as a job", () => {
  it("closes what is missing day by day, and leaves the books that an operator's close leaves", async () => {
    for (const { database, closeOn } of [byJob, byHand]) {
      await database.sql`update borrowers set automatic_deduction = 'balance' where automatic_deduction is not null`;
      await closeOn(firstDay);
    }
    const today = addDays(firstDay, 4);
    byJob.clock.moveTo(startOfDayInShanghai(today, "08:00"));
    await dailyClose(byJob.jobs);
    while ((await waitingJobs(byJob.jobs)).some(({ task }) => task === "daily-close")) {
      await hastenJobs(byJob.jobs, "daily-close");
      await runDueJobs(byJob.jobs);
    }
    await byHand.closeOn(today);
    expect(await booksAsWritten(byJob.database)).toEqual(await booksAsWritten(byHand.database));
  });

  it("has nothing to do on a day that is closed", async () => {
    const before = await booksAsWritten(byJob.database);
    await dailyClose(byJob.jobs);
    expect(await booksAsWritten(byJob.database)).toEqual(before);
    expect((await waitingJobs(byJob.jobs)).filter(({ task }) => task === "daily-close")).toEqual([]);
  });
});
