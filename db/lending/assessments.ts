/** Assessments, and the limits they grant. */
import { and, eq, sql } from "drizzle-orm";
import type { Assessment } from "../../domain/eligibility/assessment.ts";
import type { Queryable } from "../connection/connection.ts";
import { assessments, limits } from "../schema.ts";

export type LimitRow = typeof limits.$inferSelect;

/** Stores an assessment; one stored before, by id, stays as it is. */
export async function insertAssessment(
  q: Queryable,
  borrowerId: string,
  assessment: Assessment,
): Promise<void> {
  await q
    .insert(assessments)
    .values({ ...assessment, borrowerId })
    .onConflictDoNothing();
}

/** Makes a stored assessment the borrower's limit for its product; a refusal takes the limit away. */
export async function grantLimit(q: Queryable, borrowerId: string, assessment: Assessment): Promise<void> {
  const { id: assessmentId, productId, limit: amount, validUntil } = assessment;
  if (assessment.outcome === "refused") {
    await q.delete(limits).where(ofProduct(borrowerId, productId));
    return;
  }
  await q
    .insert(limits)
    .values({ borrowerId, productId, assessmentId, amount, validUntil })
    .onConflictDoUpdate({
      target: [limits.borrowerId, limits.productId],
      set: { assessmentId, amount, validUntil },
      setWhere: sql`${limits.assessmentId} <> ${assessmentId}`,
    });
}

export async function findLimit(
  q: Queryable,
  borrowerId: string,
  productId: string,
): Promise<LimitRow | undefined> {
  const rows = await q.select().from(limits).where(ofProduct(borrowerId, productId));
  return rows[0];
}

const ofProduct = (borrowerId: string, productId: string) =>
  and(eq(limits.borrowerId, borrowerId), eq(limits.productId, productId));
