/** From an assessment to a quote and the face that may sign it. */

import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { ALL_IN_CAP } from "../../domain/disclosure/legal-cap.ts";
import { houseConventions, type LoanConventions } from "../../domain/product/conventions.ts";
import { borrowers } from "./borrowers.ts";
import { instant, money, oneOf, rate } from "./columns.ts";
import { wholeConventions } from "./conventions-check.ts";
import { products } from "./products.ts";

export const outcomes = ["approved", "refused"] as const;
export const tiers = ["high-activity", "regular", "low-frequency"] as const;

export const assessments = pgTable(
  "assessments",
  {
    id: text().primaryKey(),
    borrowerId: uuid("borrower_id")
      .notNull()
      .references(() => borrowers.id),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    decidedOn: date("decided_on").notNull(),
    validUntil: date("valid_until").notNull(),
    outcome: text({ enum: outcomes }).notNull(),
    score: numeric({ precision: 5, scale: 2 }).notNull(),
    dimensions: jsonb().notNull(),
    tier: text({ enum: tiers }).notNull(),
    limit: money("limit_amount").notNull(),
    dailyRate: rate("daily_rate").notNull(),
    annualRate: rate("annual_rate").notNull(),
    reasons: jsonb().notNull(),
  },
  (t) => [
    unique("assessments_owner").on(t.id, t.borrowerId, t.productId),
    index("assessments_borrower").on(t.borrowerId, t.productId, t.decidedOn),
    check("assessments_outcome", oneOf(t.outcome, outcomes)),
    check("assessments_tier", oneOf(t.tier, tiers)),
    check("assessments_score", sql`${t.score} between 0 and 100`),
    check("assessments_validity", sql`${t.validUntil} >= ${t.decidedOn}`),
    check("assessments_rate", sql`${t.dailyRate} between 0 and 1 and ${t.annualRate} between 0 and 1`),
    check("assessments_limit", sql`(${t.outcome} = 'approved') = (${t.limit} > 0) and ${t.limit} >= 0`),
    check("assessments_reasons", sql`(${t.outcome} = 'approved') = (jsonb_array_length(${t.reasons}) = 0)`),
  ],
);

/** What a borrower may borrow of a product now: at most one, and always by an assessment of their own. */
export const limits = pgTable(
  "limits",
  {
    borrowerId: uuid("borrower_id").notNull(),
    productId: text("product_id").notNull(),
    assessmentId: text("assessment_id").notNull(),
    amount: money().notNull(),
    validUntil: date("valid_until").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.borrowerId, t.productId] }),
    foreignKey({
      name: "limits_assessment",
      columns: [t.assessmentId, t.borrowerId, t.productId],
      foreignColumns: [assessments.id, assessments.borrowerId, assessments.productId],
    }),
    check("limits_amount", sql`${t.amount} > 0`),
  ],
);

export const methods = ["equal-principal", "level-payment"] as const;
export const voidReasons = ["corrected", "expired", "cancelled"] as const;

/** Offers as made. Their figures never change, by trigger: only the two columns of voiding may be written, once. */
export const quotes = pgTable(
  "quotes",
  {
    id: text().primaryKey(),
    borrowerId: uuid("borrower_id")
      .notNull()
      .references(() => borrowers.id),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    principal: money().notNull(),
    method: text({ enum: methods }).notNull(),
    installments: integer().notNull(),
    dailyRate: rate("daily_rate").notNull(),
    annualRate: rate("annual_rate").notNull(),
    disbursedOn: date("disbursed_on").notNull(),
    /** Quotes from before they were stated are the house's. */
    conventions: jsonb().$type<LoanConventions>().notNull().default(houseConventions),
    schedule: jsonb().notNull(),
    totalInterest: money("total_interest").notNull(),
    totalPayable: money("total_payable").notNull(),
    aprSimple: numeric("apr_simple").notNull(),
    aprCompounded: numeric("apr_compounded").notNull(),
    issuedAt: instant("issued_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    hash: text().notNull(),
    voidedAt: instant("voided_at"),
    voidReason: text("void_reason", { enum: voidReasons }),
  },
  (t) => [
    unique("quotes_owner").on(t.id, t.borrowerId),
    index("quotes_borrower").on(t.borrowerId, t.issuedAt),
    check("quotes_method", oneOf(t.method, methods)),
    check("quotes_principal", sql`${t.principal} > 0`),
    check(
      "quotes_schedule",
      sql`${t.installments} > 0 and jsonb_array_length(${t.schedule}) = ${t.installments}`,
    ),
    check("quotes_conventions", wholeConventions(t.conventions)),
    check("quotes_all_in_cap", sql`${t.aprSimple} <= ${sql.raw(ALL_IN_CAP)}`),
    check("quotes_rate", sql`${t.dailyRate} between 0 and 1 and ${t.annualRate} between 0 and 1`),
    check(
      "quotes_total",
      sql`${t.totalInterest} >= 0 and ${t.totalPayable} = ${t.principal} + ${t.totalInterest}`,
    ),
    check("quotes_expiry", sql`${t.expiresAt} > ${t.issuedAt}`),
    check("quotes_hash", sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
    check("quotes_void_reason", oneOf(t.voidReason, voidReasons)),
    check("quotes_void_whole", sql`(${t.voidedAt} is null) = (${t.voidReason} is null)`),
  ],
);

/** Faces that matched, each for one quote of its borrower: append-only, and no loan is signed without one. */
export const faceChecks = pgTable(
  "face_checks",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    borrowerId: uuid("borrower_id").notNull(),
    quoteId: text("quote_id").notNull(),
    turnId: uuid("turn_id").notNull(),
    matchedAt: instant("matched_at").notNull(),
  },
  (t) => [
    foreignKey({
      name: "face_checks_quote",
      columns: [t.quoteId, t.borrowerId],
      foreignColumns: [quotes.id, quotes.borrowerId],
    }),
    index("face_checks_of_quote").on(t.quoteId),
  ],
);
