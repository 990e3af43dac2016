import { closeNextDay, lastClosed } from "../../db/close/close-day.ts";
import { deductionOutcomes } from "../../db/close/deduction-outcomes.ts";
import { ensureCloseJob } from "../../db/jobs/jobs.ts";
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import type { JobDependencies } from "./job-dependencies.ts";

/** Between a date's deductions and the next date of those that were missed. */
const againSeconds = 10;

/**
 * Closes the next date that is missing, up to today. Where more are, it comes again: a date is closed once the
 * deductions of the one before were tried.
 */
export async function dailyClose({ database, clock, log }: JobDependencies): Promise<void> {
  const { orm } = database;
  const today = shanghaiDate(clock.now());
  const last = await lastClosed(orm);
  const waiting = last === undefined ? 0 : (await deductionOutcomes(orm, last)).waiting;
  const closed = waiting > 0 ? undefined : await closeNextDay(orm, today);
  if (closed) log.info({ ...closed }, "a business date is closed");
  if (waiting > 0 || (closed && closed.on < today)) await ensureCloseJob(orm, againSeconds);
}
