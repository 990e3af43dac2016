/** Closes every date up to one, in order; each date's deductions are tried before the next one is closed. */
import { closeNextDay, type DayClosed } from "../../db/close/close-day.ts";
import { type DeductionOutcomes, deductionOutcomes } from "../../db/close/deduction-outcomes.ts";
import type { Queryable } from "../../db/connection/connection.ts";

export interface ClosedDay extends Omit<DayClosed, "deductions"> {
  deductions: DeductionOutcomes;
}

export interface CloseDaysOptions {
  /** Business date, Asia/Shanghai. */
  through: string;
  /** Resolves when jobs have had time to run. */
  untilJobsRan: () => Promise<unknown>;
  onClosed?: (day: DayClosed) => void;
}

export async function closeDays(q: Queryable, options: CloseDaysOptions): Promise<ClosedDay[]> {
  const days: ClosedDay[] = [];
  let closed = await closeNextDay(q, options.through);
  while (closed) {
    options.onClosed?.(closed);
    days.push({ ...closed, deductions: await tried(q, closed.on, options.untilJobsRan) });
    closed = await closeNextDay(q, options.through);
  }
  return days;
}

/** Until each was tried once. One that a partner out of reach left open is tried again by itself. */
async function tried(
  q: Queryable,
  on: string,
  untilJobsRan: () => Promise<unknown>,
): Promise<DeductionOutcomes> {
  let outcomes = await deductionOutcomes(q, on);
  while (outcomes.waiting > 0) {
    await untilJobsRan();
    outcomes = await deductionOutcomes(q, on);
  }
  return outcomes;
}
