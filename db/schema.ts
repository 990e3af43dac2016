/** Every table, for drizzle and for its migrations. */

export * from "./schema/applications.ts";
export * from "./schema/borrowers.ts";
export * from "./schema/campaigns.ts";
export * from "./schema/conversations.ts";
export * from "./schema/database-identity.ts";
export * from "./schema/desk.ts";
export * from "./schema/loans.ts";
export * from "./schema/money.ts";
export * from "./schema/products.ts";
