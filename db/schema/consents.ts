import { bigint, check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { applicants } from "./applicants.ts";
import { instant, oneOf } from "./columns.ts";

export const consentKinds = ["privacy", "credit", "contract", "deduction"] as const;

/** What was agreed to and when. Append-only, by trigger. */
export const consents = pgTable(
  "consents",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    applicantId: uuid("applicant_id")
      .notNull()
      .references(() => applicants.id),
    kind: text({ enum: consentKinds }).notNull(),
    /** The version of the policy agreed to, the quote's hash, or where deductions are taken from. */
    subject: text().notNull(),
    turnId: uuid("turn_id").notNull(),
    givenAt: instant("given_at").notNull(),
  },
  (t) => [
    index("consents_applicant").on(t.applicantId, t.kind),
    check("consents_kind", oneOf(t.kind, consentKinds)),
  ],
);
