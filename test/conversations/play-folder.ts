/** Whole conversations as readable files: inspector/transcript/format.ts says how they are written. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../../db/connection/connection.ts";
import { freshDatabase } from "../support/database.ts";
import { waitingJobs } from "../support/jobs.ts";
import { type TestAssistant, testAssistant } from "../support/test-assistant.ts";
import { playTranscript } from "../support/transcript/play.ts";
import { readTranscript } from "../support/transcript/transcript.ts";

const here = import.meta.dirname;

/** A test of each transcript of a folder beside this file, on one database. */
export function playFolder(folder: string): void {
  let database: Database;
  let system: TestAssistant;
  beforeAll(async () => {
    database = await freshDatabase();
    system = await testAssistant({ database });
  });
  afterAll(() => database.close());

  const files = readdirSync(join(here, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".txt"))
    .sort();

  it.each(files)("%s", async (file) => {
    const played = await playTranscript(system, readTranscript(join(here, folder, file)));
    if (process.env["SHOW"]) console.log(played);
  });

  it("leaves nothing undone", async () => {
    const [left] = await database.sql`
      select
        (select count(*)::int from commands where status = 'pending') as commands,
        (select count(*)::int from outbox where status = 'pending') as replies,
        (select coalesce(sum(amount), 0)::text from ledger_entries) as ledger`;
    expect(left).toMatchObject({ commands: 0, replies: 0, ledger: expect.stringMatching(/^0(\.00)?$/) });
    expect((await waitingJobs(system.jobs)).filter(({ lastError }) => lastError !== null)).toEqual([]);
  });
}
