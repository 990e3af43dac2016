/** (a) Planning a campaign beside the bare INSERT ... SELECT that writes the same rows. */
import type { Database } from "../../db/connection/connection.ts";
import { median } from "../turns/report.ts";
import { planAll, print, secondsOf, seedDue, withDatabase } from "./sending.ts";

const rounds = 3;

export async function benchPlanning(due: number): Promise<void> {
  await withDatabase(async (database) => {
    const seeding = await secondsOf(() => seedDue(database, due));
    print(`(a) planning ${due} due installments (${seeding.toFixed(0)} s to seed them)`);
    await keepRows(database);
    const bare: number[] = [];
    const ours: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await secondsOf(() => insertBare(database)));
      await clear(database);
      ours.push(await secondsOf(() => planAll(database)));
      await assertPlanned(database, due);
      await clear(database);
    }
    const [least, spent] = [median(bare), median(ours)];
    print(
      `    bare INSERT ... SELECT   ${least.toFixed(2)} s   (${bare.map((s) => s.toFixed(2)).join(" ")})`,
    );
    print(
      `    our plan and its jobs    ${spent.toFixed(2)} s   (${ours.map((s) => s.toFixed(2)).join(" ")})`,
    );
    print(`    ratio                    ${(spent / least).toFixed(2)}   (target: at most 2)`);
  });
}

/** The rows that a plan writes, kept in a table: the bare insert need not look for them. */
async function keepRows(database: Database): Promise<void> {
  await planAll(database);
  await database.sql`create table kept_reminders as select * from reminders`;
  await database.sql`create table kept_dispatches as select * from dispatches`;
  await database.sql`create table kept_campaigns as select * from campaigns`;
  await clear(database);
}

async function insertBare({ sql }: Database): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`insert into campaigns overriding system value select * from kept_campaigns`;
    await tx`insert into reminders select * from kept_reminders`;
    await tx`insert into dispatches select * from kept_dispatches`;
  });
}

async function clear({ sql }: Database): Promise<void> {
  await sql`truncate dispatches, reminders, campaigns`;
  await sql`truncate graphile_worker._private_jobs`;
  await sql`checkpoint`;
}

async function assertPlanned({ sql }: Database, due: number): Promise<void> {
  const [row] = await sql<{ planned: number }[]>`select count(*)::integer as planned from dispatches`;
  if (row?.planned !== due) throw new Error(`${row?.planned} were planned instead of ${due}`);
}
