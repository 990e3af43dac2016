import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, money, oneOf } from "./columns.ts";
import { quotes } from "./quotes.ts";

export const loanStatuses = ["signed", "active", "settled", "abandoned", "written-off"] as const;

export const loanNumberSequence = pgSequence("loan_number_seq", { startWith: 10_000_001 });

/** A quote that was signed: its terms are the quote's, its id too, so that a quote makes one loan at most. */
export const loans = pgTable(
  "loans",
  {
    id: text().primaryKey(),
    borrowerId: uuid("borrower_id").notNull(),
    /** What a person reads out on the phone. */
    number: text().notNull().unique().default(sql`'JD' || nextval('loan_number_seq')`),
    status: text({ enum: loanStatuses }).notNull().default("signed"),
    signedAt: instant("signed_at").notNull(),
    disbursedAt: instant("disbursed_at"),
    settledOn: date("settled_on"),
    writtenOffOn: date("written_off_on"),
    writeOffReason: text("write_off_reason"),
  },
  (t) => [
    foreignKey({
      name: "loans_quote",
      columns: [t.id, t.borrowerId],
      foreignColumns: [quotes.id, quotes.borrowerId],
    }),
    index("loans_borrower").on(t.borrowerId, t.signedAt),
    check("loans_status", oneOf(t.status, loanStatuses)),
    check(
      "loans_disbursed",
      sql`(${t.status} in ('active', 'settled', 'written-off')) = (${t.disbursedAt} is not null)`,
    ),
    check("loans_settled", sql`(${t.status} = 'settled') = (${t.settledOn} is not null)`),
    check(
      "loans_written_off",
      sql`(${t.status} = 'written-off') = (${t.writtenOffOn} is not null) and (${t.writtenOffOn} is null) = (${t.writeOffReason} is null)`,
    ),
  ],
);

/** What falls due of a disbursed loan, and how much of it was paid. */
export const installments = pgTable(
  "installments",
  {
    loanId: text("loan_id")
      .notNull()
      .references(() => loans.id),
    number: integer().notNull(),
    /** Asia/Shanghai. */
    dueDate: date("due_date").notNull(),
    days: integer().notNull(),
    principal: money().notNull(),
    interest: money().notNull(),
    balance: money().notNull(),
    principalPaid: money("principal_paid").notNull().default("0"),
    interestPaid: money("interest_paid").notNull().default("0"),
    penaltyPaid: money("penalty_paid").notNull().default("0"),
  },
  (t) => [
    primaryKey({ columns: [t.loanId, t.number] }),
    index("installments_due").on(t.dueDate),
    check("installments_number", sql`${t.number} > 0 and ${t.days} > 0`),
    check("installments_amounts", sql`${t.principal} >= 0 and ${t.interest} >= 0 and ${t.balance} >= 0`),
    check("installments_principal_paid", sql`${t.principalPaid} between 0 and ${t.principal}`),
    check("installments_other_paid", sql`${t.interestPaid} >= 0 and ${t.penaltyPaid} >= 0`),
  ],
);
