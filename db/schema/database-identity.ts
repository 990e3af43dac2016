import { sql } from "drizzle-orm";
import { boolean, check, pgTable, uuid } from "drizzle-orm/pg-core";

/** Which database this is, drawn at random when its tables were made: one row, by its key. */
export const databaseIdentities = pgTable(
  "database_identity",
  {
    only: boolean().primaryKey().default(true),
    id: uuid().notNull().defaultRandom(),
  },
  (t) => [check("database_identity_only", sql`${t.only}`)],
);
