/** Where loans stood at their last close; the close itself writes them set-based (db/close). */
import { eq, sql } from "drizzle-orm";
import type { Queryable, Tx } from "../connection/connection.ts";
import { loanPositions } from "../schema.ts";

export type LoanStageRow = (typeof loanPositions.$inferSelect)["stage"];

export interface LockedPosition {
  stage: LoanStageRow;
  /** The date of its last close. */
  on: string;
  /** The borrower's own choice. */
  daysBefore: number | null;
}

/** Undefined where there is none yet, and while a close moves it: a payment does not wait for that. */
export async function lockPosition(tx: Tx, loanId: string): Promise<LockedPosition | undefined> {
  const [row] = await tx.execute<{ stage: LoanStageRow; on: string; days_before: number | null }>(sql`
    select p.stage, p."on"::text as "on", borrower.reminder_days_before as days_before
    from loan_positions p
    join loans loan on loan.id = p.loan_id
    join borrowers borrower on borrower.id = loan.borrower_id
    where p.loan_id = ${loanId} and p."on" is not null
    for update of p skip locked`);
  return row && { stage: row.stage, on: row.on, daysBefore: row.days_before };
}

export async function setStage(q: Queryable, loanId: string, stage: LoanStageRow): Promise<void> {
  await q.update(loanPositions).set({ stage }).where(eq(loanPositions.loanId, loanId));
}
