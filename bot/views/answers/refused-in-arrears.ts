import type { Topic } from "../../../machines/topics.ts";

/** What is asked with another loan in mind: whether, how much, how, for what, how soon. */
export const refusedInArrears: ReadonlySet<Topic> = new Set([
  ...(["eligibility", "limit", "products", "comparison", "platforms", "visibility"] as const),
  ...(["score", "health", "documents", "purpose", "payout", "elsewhere"] as const),
]);
