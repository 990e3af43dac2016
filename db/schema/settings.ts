import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/** What operators decide for everybody; a name without a row has its default (db/desk/settings.ts). */
export const settings = pgTable("settings", {
  name: text().primaryKey(),
  value: integer().notNull(),
  changedBy: text("changed_by").notNull(),
  changedAt: instant("changed_at").notNull(),
});
