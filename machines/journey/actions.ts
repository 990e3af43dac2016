/** The journey's actions by name, each a pure plan: what changes, what is told, what is wanted done. */
export * from "./actions/application.ts";
export * from "./actions/contract.ts";
export * from "./actions/conversation.ts";
export * from "./actions/hardship.ts";
export type { Outcome, Scope } from "./actions/plan.ts";
export * from "./actions/products.ts";
export * from "./actions/reminders.ts";
export * from "./actions/repayment.ts";
export * from "./actions/settings.ts";
