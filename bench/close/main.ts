/**
 * `npm run bench -- close [LOANS]`: the daily close of so many loans (100,000 unless told), on a database of its own:
 * the first close, which opens the books, then a usual day, then a second run of it, which does nothing.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newId, systemClock } from "../../bot/clock.ts";
import { closeNextDay } from "../../db/close/close-day.ts";
import type { Database } from "../../db/connection/connection.ts";
import { openConfiguredDatabase } from "../../db/connection/open.ts";
import { addDays, shanghaiDate } from "../../domain/calendar/dates.ts";
import { seedDemo } from "../../ops/seed-demo/seed-demo.ts";
import { machine } from "../turns/report.ts";

const usualDays = 3;

export async function benchClose(): Promise<void> {
  const loans = Number(process.argv[3] ?? 100_000);
  if (!Number.isInteger(loans) || loans < 1) throw new RangeError("npm run bench -- close [LOANS]");
  const folder = await mkdtemp(join(tmpdir(), "jiedao-bench-"));
  const database = await openConfiguredDatabase({ poolSize: 2, log: () => {}, dataDir: folder });
  try {
    print(`machine        ${machine()}`);
    print(`configuration  ${await serverOf(database)}, ${loans} demo loans`);
    await measure(database, loans);
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(database: Database, loans: number): Promise<void> {
  const { orm, sql } = database;
  const now = systemClock.now();
  const today = shanghaiDate(now);
  print(line("seeding them", await seconds(() => seedDemo(orm, { loans, now, newId }))));
  await sql`vacuum analyze`;
  const [rows] = await sql`select count(*) as count from installments`;
  print(`               ${rows?.["count"]} installments`);
  print("");
  print(line(`close of ${today}, the first`, await seconds(() => closeNextDay(orm, today))));
  for (let ahead = 1; ahead <= usualDays; ahead += 1) {
    const on = addDays(today, ahead);
    const spent = await seconds(() => closeNextDay(orm, on));
    print(`${line(`close of ${on}`, spent)}   ${Math.round(loans / spent)} loans/s`);
  }
  const last = addDays(today, usualDays);
  print(line(`close of ${last} once more`, await seconds(() => closeNextDay(orm, last))));
  const [done] = await sql`select loans, moved, deductions, reminders from closes order by "on" desc limit 1`;
  print("");
  print(`last close     ${JSON.stringify(done)}`);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function serverOf({ sql }: Database): Promise<string> {
  const [row] = await sql<{ server_version: string }[]>`show server_version`;
  return `Postgres ${row?.server_version ?? "unknown"}, as embedded, untuned`;
}

const line = (name: string, spent: number): string => `${name.padEnd(34)}${spent.toFixed(2).padStart(9)} s`;

const print = (text: string): void => void process.stdout.write(`${text}\n`);
