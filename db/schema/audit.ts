import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant, oneOf } from "./columns.ts";

export const auditOutcomes = ["done", "failed", "refused"] as const;

/** Who did what, and what came of it. Append-only, by trigger. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull().default(sql`now()`),
    operator: text().notNull(),
    action: text().notNull(),
    /** What it was done to and with: identifiers and figures, nothing personal. */
    details: jsonb().notNull(),
    outcome: text({ enum: auditOutcomes }).notNull(),
  },
  (t) => [
    index("audit_log_operator").on(t.operator),
    check("audit_log_outcome", oneOf(t.outcome, auditOutcomes)),
  ],
);
