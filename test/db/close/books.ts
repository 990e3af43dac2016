/** A lender's books on a real database: demo loans, the real jobs, a clock that a test moves. */
import type { Database } from "../../../db/connection/connection.ts";
import { startOfDayInShanghai } from "../../../domain/calendar/dates.ts";
import { type ClosedDay, closeDays } from "../../../ops/close/close-days.ts";
import { seedDemo } from "../../../ops/seed-demo/seed-demo.ts";
import type { Partners } from "../../../partners/ports.ts";
import { countingIds } from "../../support/counting-ids.ts";
import { freshDatabase } from "../../support/database.ts";
import { runDueJobs } from "../../support/jobs.ts";
import { type TestAssistant, testAssistant } from "../../support/test-assistant.ts";

export const firstDay = "2026-03-02";

export interface Books extends TestAssistant {
  database: Database;
  /** Moves the clock to a date's morning and closes all that is missing, deductions and all. */
  closeOn(date: string): Promise<ClosedDay[]>;
}

/** The same loans every time. */
export async function openBooks(
  options: { loans: number; partners?: (sandbox: Partners) => Partners } = { loans: 60 },
): Promise<Books> {
  const database = await freshDatabase();
  const now = startOfDayInShanghai(firstDay, "08:00");
  const { loans, ...rest } = options;
  const system = await testAssistant({ database, now, ...rest });
  await seedDemo(database.orm, { loans, now, newId: countingIds(7) });
  const closeOn = (through: string): Promise<ClosedDay[]> => {
    system.clock.moveTo(startOfDayInShanghai(through, "08:00"));
    return closeDays(database.orm, { through, untilJobsRan: () => runDueJobs(system.jobs) });
  };
  return { ...system, database, closeOn };
}

/** Everything that a close writes, without the instants at which it happened to be written. */
export async function booksAsWritten({ sql }: Database): Promise<Record<string, unknown[]>> {
  const rows = {
    closes: await sql`select to_jsonb(c) - 'closed_at' as row from closes c order by c."on"`,
    positions: await sql`select to_jsonb(p) as row from loan_positions p order by loan_id`,
    accruals: await sql`select to_jsonb(a) as row from accruals a order by a."on", loan_id`,
    ledger: await sql`
      select jsonb_build_array(t.reference, t.loan_id, t.value_date, e.account, e.amount) as row
      from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
      order by t.reference, e.account`,
    repayments: await sql`select to_jsonb(r) as row from repayments r order by id`,
    reminders: await sql`select to_jsonb(r) as row from reminders r order by loan_id, installment, stage`,
    commands: await sql`
      select jsonb_build_array(idempotency_key, payload, status) as row from commands order by idempotency_key`,
  };
  return Object.fromEntries(Object.entries(rows).map(([name, found]) => [name, found.map(({ row }) => row)]));
}
