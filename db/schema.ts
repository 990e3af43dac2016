/** Every table, for drizzle and for its migrations. */
export * from "./schema/applicants.ts";
export * from "./schema/assessments.ts";
export * from "./schema/audit.ts";
export * from "./schema/closes.ts";
export * from "./schema/commands.ts";
export * from "./schema/consents.ts";
export * from "./schema/conversations.ts";
export * from "./schema/deadlines.ts";
export * from "./schema/inbox.ts";
export * from "./schema/ledger.ts";
export * from "./schema/loan-positions.ts";
export * from "./schema/loans.ts";
export * from "./schema/outbox.ts";
export * from "./schema/products.ts";
export * from "./schema/quotes.ts";
export * from "./schema/reminders.ts";
export * from "./schema/repayments.ts";
