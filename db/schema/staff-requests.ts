import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { requestReasons } from "../../domain/contact/request-reasons.ts";
import { borrowers } from "./borrowers.ts";
import { instant, oneOf } from "./columns.ts";
import { conversations } from "./conversations.ts";
import { installments } from "./loans.ts";

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
