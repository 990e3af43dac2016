import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { borrowers } from "./borrowers.ts";
import { money, oneOf, rate } from "./columns.ts";
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
