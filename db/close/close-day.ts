/**
 * The close of a business date: every open loan is brought to it, in one transaction that happens whole or not at
 * all. Its figures are a function of the facts and the date alone, so that a date closed late comes to what it
 * would have come to on the day.
 */
import { sql } from "drizzle-orm";
import { addDays } from "../../domain/calendar/dates.ts";
import type { Queryable, Tx } from "../connection/connection.ts";
import { closes } from "../schema.ts";
import { judgePromises } from "./judge-promises.ts";
import { planDeductions } from "./plan-deductions.ts";
import { planRemindersOfDay } from "./plan-reminders.ts";
import { movePositions, openPositions, postAccruals, reckonWrittenOff, writeAccruals } from "./positions.ts";
import { reckonLoans } from "./reckon.ts";

export interface DayClosed {
  on: string;
  loans: number;
  /** Earned since the close before, yuan. */
  interest: string;
  penalty: string;
  /** Loans that went to another stage. */
  moved: number;
  deductions: number;
  reminders: number;
}

/** The last date that was closed; undefined before the first close. */
export async function lastClosed(q: Queryable): Promise<string | undefined> {
  const [row] = await q.execute<{ on: string | null }>(sql`select max("on")::text as "on" from closes`);
  return row?.on ?? undefined;
}

/**
 * Closes the date after the last one closed, or `through` when it is the first; undefined, and nothing done, when
 * that lies beyond `through`. Of two at once one waits for the other.
 */
export async function closeNextDay(q: Queryable, through: string): Promise<DayClosed | undefined> {
  return await q.transaction(async (tx) => {
    await lockCloses(tx);
    const last = await lastClosed(tx);
    const on = last === undefined ? through : addDays(last, 1);
    return on > through ? undefined : await closeDay(tx, on);
  });
}

/** Whoever changes a position's figures holds it to the end of the transaction. */
export async function lockCloses(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table closes in share row exclusive mode`);
}

async function closeDay(tx: Tx, on: string): Promise<DayClosed> {
  await tx.execute(sql`select set_config('work_mem', '128MB', true), set_config('jit', 'off', true)`);
  await openPositions(tx, on);
  await reckonLoans(tx, on);
  await reckonWrittenOff(tx);
  const { interest, penalty } = await writeAccruals(tx, on);
  await postAccruals(tx, on);
  const { loans, moved } = await movePositions(tx, on);
  await judgePromises(tx, on);
  const deductions = await planDeductions(tx, on);
  const reminders = await planRemindersOfDay(tx, on);
  const closed = { on, loans, interest, penalty, moved, deductions, reminders };
  await tx.insert(closes).values(closed);
  return closed;
}
