import { sql } from "drizzle-orm";
import { check, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { money, oneOf, rate } from "./columns.ts";

const productKinds = ["own", "partner", "referral", "comparison"] as const;

/** The catalogue as of the last start, for the other tables to refer to. */
export const products = pgTable(
  "products",
  {
    id: text().primaryKey(),
    kind: text({ enum: productKinds }).notNull(),
    /** Figures that no source states are null. */
    maximum: money(),
    annualRateLowest: rate("annual_rate_lowest"),
    annualRateHighest: rate("annual_rate_highest"),
    /** The whole catalogue row, for reports. */
    definition: jsonb().notNull(),
  },
  (t) => [
    check("products_kind", oneOf(t.kind, productKinds)),
    check("products_maximum", sql`${t.maximum} > 0`),
    check("products_rates", sql`${t.annualRateLowest} between 0 and ${t.annualRateHighest}`),
  ],
);
