/** The audit log: who did what and what came of it; nothing in it is ever changed. */
import { and, desc, eq } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";
import { auditLog } from "../schema.ts";

export type AuditRow = typeof auditLog.$inferSelect;

export async function recordAudit(q: Queryable, entry: Omit<AuditRow, "id" | "at">): Promise<void> {
  await q.insert(auditLog).values(entry);
}

/** Newest first. */
export async function listAudit(
  q: Queryable,
  filter: { operator?: string | undefined; action?: string | undefined; limit: number },
): Promise<AuditRow[]> {
  const { operator, action, limit } = filter;
  return await q
    .select()
    .from(auditLog)
    .where(
      and(
        operator === undefined ? undefined : eq(auditLog.operator, operator),
        action === undefined ? undefined : eq(auditLog.action, action),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(limit);
}
