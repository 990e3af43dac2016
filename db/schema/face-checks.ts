import { bigint, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { quotes } from "./quotes.ts";

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
