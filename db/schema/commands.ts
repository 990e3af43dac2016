import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, oneOf } from "./columns.ts";
import { conversations } from "./conversations.ts";

export const commandStatuses = ["pending", "done", "failed"] as const;

/** What a turn asked of the outside: run after its commit, once for each key. */
export const commands = pgTable(
  "commands",
  {
    id: uuid().primaryKey(),
    conversationId: uuid("conversation_id")
      .notNull()
      .references(() => conversations.id),
    turnId: uuid("turn_id").notNull(),
    kind: text().notNull(),
    idempotencyKey: text("idempotency_key").notNull().unique(),
    payload: jsonb().notNull(),
    status: text({ enum: commandStatuses }).notNull().default("pending"),
    result: jsonb(),
    /** When it was first about to ask its partner: from then on the partner may have acted. */
    begunAt: instant("begun_at"),
    createdAt: instant("created_at").notNull().default(sql`now()`),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    index("commands_pending").on(t.conversationId).where(sql`status = 'pending'`),
    index("commands_deductions").on(sql`(payload ->> 'on')`).where(sql`kind = 'deduct'`),
    check("commands_status", oneOf(t.status, commandStatuses)),
    check("commands_finished_whole", sql`(${t.status} = 'pending') = (${t.finishedAt} is null)`),
  ],
);
