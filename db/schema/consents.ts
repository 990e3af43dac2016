import { bigint, check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { borrowers } from "./borrowers.ts";
import { instant, oneOf } from "./columns.ts";

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
