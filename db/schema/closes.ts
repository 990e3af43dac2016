import { sql } from "drizzle-orm";
import { check, date, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, money } from "./columns.ts";

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
