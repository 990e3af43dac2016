/** What is known of a borrower. */
import { eq } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";
import { applicants } from "../schema.ts";

export type ApplicantRow = typeof applicants.$inferSelect;

export type ApplicantChanges = Partial<
  Pick<
    ApplicantRow,
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

export async function findApplicant(q: Queryable, id: string): Promise<ApplicantRow | undefined> {
  const rows = await q.select().from(applicants).where(eq(applicants.id, id));
  return rows[0];
}

/** Identity and card each come whole: name with age, bank with tail. */
export async function updateApplicant(q: Queryable, id: string, changes: ApplicantChanges): Promise<void> {
  await q.update(applicants).set(changes).where(eq(applicants.id, id));
}
