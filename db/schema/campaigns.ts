import { sql } from "drizzle-orm";
import { check, date, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant, oneOf } from "./columns.ts";

export const campaignStatuses = ["awaiting-approval", "running", "paused", "cancelled", "done"] as const;

/** One bulk run of reminders. Its size and audience are settled when it is planned. */
export const campaigns = pgTable(
  "campaigns",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    status: text({ enum: campaignStatuses }).notNull(),
    /** As it was asked for, for the record. */
    audience: jsonb().notNull(),
    /** The business date that it speaks of, Asia/Shanghai. */
    on: date().notNull(),
    size: integer().notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    approvedBy: text("approved_by"),
    /** Nothing of it is sent earlier. */
    startsAt: instant("starts_at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    check("campaigns_status", oneOf(t.status, campaignStatuses)),
    check("campaigns_size", sql`${t.size} > 0`),
    check("campaigns_second_operator", sql`${t.approvedBy} <> ${t.createdBy}`),
    check("campaigns_finished", sql`(${t.status} in ('cancelled', 'done')) = (${t.finishedAt} is not null)`),
  ],
);
