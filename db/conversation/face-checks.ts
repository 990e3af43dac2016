/** Faces that matched. */
import type { Queryable } from "../connection/connection.ts";
import { faceChecks } from "../schema.ts";

export type FaceCheckRow = typeof faceChecks.$inferSelect;

export async function recordFaceCheck(q: Queryable, check: Omit<FaceCheckRow, "id">): Promise<void> {
  await q.insert(faceChecks).values(check);
}
