import { asc, eq } from "drizzle-orm";
import type { Queryable } from "../connection/connection.ts";
import { consents } from "../schema.ts";

export type ConsentRow = typeof consents.$inferSelect;

export async function recordConsent(q: Queryable, consent: Omit<ConsentRow, "id">): Promise<void> {
  await q.insert(consents).values(consent);
}

/** Oldest first. */
export async function consentsOf(q: Queryable, borrowerId: string): Promise<ConsentRow[]> {
  return await q.select().from(consents).where(eq(consents.borrowerId, borrowerId)).orderBy(asc(consents.id));
}
