import { sql } from "drizzle-orm";
import { check, date, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { borrowers } from "./borrowers.ts";
import { money, oneOf } from "./columns.ts";

export const promiseStatuses = ["open", "kept", "broken", "replaced", "withdrawn"] as const;

/** What borrowers promised to pay and by when: one open at a time, judged by the daily close, once, by trigger. */
export const promises = pgTable(
  "promises",
  {
    /** The turn's that it was made in. */
    id: uuid().primaryKey(),
    borrowerId: uuid("borrower_id")
      .notNull()
      .references(() => borrowers.id),
    /** Asia/Shanghai. */
    madeOn: date("made_on").notNull(),
    promisedOn: date("promised_on").notNull(),
    amount: money().notNull(),
    /** Repaid before it was made, over all loans. */
    paidBefore: money("paid_before").notNull(),
    status: text({ enum: promiseStatuses }).notNull().default("open"),
    decidedOn: date("decided_on"),
  },
  (t) => [
    uniqueIndex("promises_one_open").on(t.borrowerId).where(sql`status = 'open'`),
    check("promises_status", oneOf(t.status, promiseStatuses)),
    check("promises_dates", sql`${t.promisedOn} > ${t.madeOn}`),
    check("promises_amounts", sql`${t.amount} > 0 and ${t.paidBefore} >= 0`),
    check("promises_decided_whole", sql`(${t.status} = 'open') = (${t.decidedOn} is null)`),
  ],
);
