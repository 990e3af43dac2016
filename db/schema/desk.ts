/** The desk: what operators do, decide and are asked. */

import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { requestReasons } from "../../domain/contact/request-reasons.ts";
import { borrowers } from "./borrowers.ts";
import { instant, money, oneOf } from "./columns.ts";
import { conversations } from "./conversations.ts";
import { installments } from "./loans.ts";

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

/** What operators decide for everybody; a name without a row has its default (db/desk/settings.ts). */
export const settings = pgTable("settings", {
  name: text().primaryKey(),
  value: integer().notNull(),
  changedBy: text("changed_by").notNull(),
  changedAt: instant("changed_at").notNull(),
});

/** Business dates that were closed, each once, none left out between two of them. */
export const closes = pgTable(
  "closes",
  {
    /** Asia/Shanghai. */
    on: date().primaryKey(),
    closedAt: instant("closed_at").notNull().default(sql`now()`),
    loans: integer().notNull(),
    /** Earned on that date, yuan. */
    interest: money().notNull(),
    penalty: money().notNull(),
    moved: integer().notNull(),
    deductions: integer().notNull(),
    reminders: integer().notNull(),
  },
  (t) => [check("closes_counts", sql`least(${t.loans}, ${t.moved}, ${t.deductions}, ${t.reminders}) >= 0`)],
);

/**
 * What each loan earned from one close to the next, yuan: the ledger's accruals loan by loan. Negative where a
 * repayment that counts for an earlier date became known. Append-only, by trigger; days that earned nothing have
 * no row. Without foreign keys: a million checks a day of rows that one statement copies from loan_positions.
 */
export const accruals = pgTable(
  "accruals",
  {
    on: date().notNull(),
    loanId: text("loan_id").notNull(),
    interest: money().notNull(),
    penalty: money().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.on, t.loanId] }),
    check("accruals_amounts", sql`${t.interest} <> 0 or ${t.penalty} <> 0`),
  ],
);

export const requestKinds = ["extension", "person"] as const;
export const requestStatuses = ["open", "approved", "declined", "answered"] as const;

/** What borrowers asked people for: more time for an installment, or an answer. Decided once, by trigger. */
export const staffRequests = pgTable(
  "staff_requests",
  {
    /** What staff call it by. */
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    /** The turn's that it was made in. */
    turnId: uuid("turn_id").notNull().unique(),
    borrowerId: uuid("borrower_id")
      .notNull()
      .references(() => borrowers.id),
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id),
    kind: text({ enum: requestKinds }).notNull(),
    /** Of a request for a person: whoever answers has to know before reading further. */
    reason: text({ enum: requestReasons }),
    loanId: text("loan_id"),
    installment: integer(),
    /** The day asked for, and once it is approved the day given; Asia/Shanghai. */
    until: date(),
    status: text({ enum: requestStatuses }).notNull().default("open"),
    /** The borrower's time. */
    askedAt: instant("asked_at").notNull(),
    decidedAt: instant("decided_at"),
    decidedBy: text("decided_by"),
    /** What the borrower is told beside the decision. */
    reply: text(),
  },
  (t) => [
    foreignKey({
      name: "staff_requests_installment",
      columns: [t.loanId, t.installment],
      foreignColumns: [installments.loanId, installments.number],
    }),
    index("staff_requests_extended").on(t.loanId, t.until).where(sql`status = 'approved'`),
    uniqueIndex("staff_requests_one_open")
      .on(t.borrowerId, t.kind, sql`coalesce(${t.reason}, '')`)
      .where(sql`status = 'open'`),
    check("staff_requests_kind", oneOf(t.kind, requestKinds)),
    check("staff_requests_reason", oneOf(t.reason, requestReasons)),
    check("staff_requests_reason_whole", sql`(${t.kind} = 'person') = (${t.reason} is not null)`),
    check("staff_requests_status", oneOf(t.status, requestStatuses)),
    check(
      "staff_requests_extension_whole",
      sql`(${t.kind} = 'extension') = (${t.loanId} is not null) and (${t.loanId} is null) = (${t.installment} is null) and (${t.loanId} is null) = (${t.until} is null)`,
    ),
    check(
      "staff_requests_decided_whole",
      sql`(${t.status} = 'open') = (${t.decidedAt} is null) and (${t.decidedAt} is null) = (${t.decidedBy} is null)`,
    ),
    check(
      "staff_requests_decision",
      sql`(${t.status} in ('approved', 'declined')) <= (${t.kind} = 'extension')`,
    ),
    check("staff_requests_answer", sql`(${t.status} = 'answered') <= (${t.reply} is not null)`),
  ],
);
