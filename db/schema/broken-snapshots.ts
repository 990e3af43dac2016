import { bigint, jsonb, pgTable, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";
import { conversations } from "./conversations.ts";

/** Snapshots that could not be opened, as they were found: for an engineer, who is told the id. */
export const brokenSnapshots = pgTable("broken_snapshots", {
  id: uuid().primaryKey(),
  conversationId: uuid("conversation_id")
    .notNull()
    .references(() => conversations.id),
  seq: bigint({ mode: "number" }).notNull(),
  snapshot: jsonb().notNull(),
  foundAt: instant("found_at").notNull(),
});
