/** Who borrows, and what they consented to. */

import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { locales } from "../../domain/language/languages.ts";
import { deductionSources } from "../../domain/repayment/deduction-sources.ts";
import { instant, languageTag, oneOf } from "./columns.ts";

/** A person as a borrower: only what is shown back to them, and nothing that identifies them elsewhere. */
export const borrowers = pgTable(
  "borrowers",
  {
    id: uuid().primaryKey(),
    /** Sandbox only: whose stand-in facts the partners answer with. */
    persona: text(),
    locale: text({ enum: locales }),
    maskedName: text("masked_name"),
    age: integer(),
    cardBank: text("card_bank"),
    cardTail: text("card_tail"),
    /** Null: never chosen. */
    reminderDaysBefore: integer("reminder_days_before"),
    /** Null: not agreed to, so nothing is deducted. */
    automaticDeduction: text("automatic_deduction", { enum: deductionSources }),
    createdAt: instant("created_at").notNull().default(sql`now()`),
  },
  (t) => [
    check("borrowers_locale", languageTag(t.locale)),
    check("borrowers_identity_whole", sql`(${t.maskedName} is null) = (${t.age} is null)`),
    check("borrowers_age", sql`${t.age} between 0 and 150`),
    check("borrowers_card_whole", sql`(${t.cardBank} is null) = (${t.cardTail} is null)`),
    check("borrowers_card_tail", sql`${t.cardTail} ~ '^[0-9]{4}$'`),
    check("borrowers_reminder", sql`${t.reminderDaysBefore} between 0 and 31`),
    check("borrowers_deduction", oneOf(t.automaticDeduction, deductionSources)),
  ],
);

export const consentKinds = ["privacy", "credit", "contract", "deduction"] as const;

/** What was agreed to and when. Append-only, by trigger. */
export const consents = pgTable(
  "consents",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    borrowerId: uuid("borrower_id")
      .notNull()
      .references(() => borrowers.id),
    kind: text({ enum: consentKinds }).notNull(),
    /** The version of the policy agreed to, the quote's hash, or where deductions are taken from. */
    subject: text().notNull(),
    turnId: uuid("turn_id").notNull(),
    givenAt: instant("given_at").notNull(),
  },
  (t) => [
    index("consents_borrower").on(t.borrowerId, t.kind),
    check("consents_kind", oneOf(t.kind, consentKinds)),
  ],
);
