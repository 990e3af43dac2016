/** What is known of a borrower. */
import { eq } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";
import { borrowers } from "../schema.ts";

export type BorrowerRow = typeof borrowers.$inferSelect;

export type BorrowerChanges = Partial<
  Pick<
    BorrowerRow,
    | "persona"
    | "locale"
    | "maskedName"
    | "age"
    | "cardBank"
    | "cardTail"
    | "reminderDaysBefore"
    | "automaticDeduction"
  >
>;

export async function findBorrower(q: Queryable, id: string): Promise<BorrowerRow | undefined> {
  const rows = await q.select().from(borrowers).where(eq(borrowers.id, id));
  return rows[0];
}

/** Identity and card each come whole: name with age, bank with tail. */
export async function updateBorrower(q: Queryable, id: string, changes: BorrowerChanges): Promise<void> {
  await q.update(borrowers).set(changes).where(eq(borrowers.id, id));
}
