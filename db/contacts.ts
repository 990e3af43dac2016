/** What borrowers said about being written to. */
import { sql } from "drizzle-orm";
import type { Queryable } from "./connection.ts";

/** From now on only required notices go out; said again, the first time counts. */
export async function stopContacts(q: Queryable, applicantId: string, now: string): Promise<void> {
  await q.execute(sql`
    insert into contact_preferences as p (applicant_id, stopped_at) values (${applicantId}, ${now})
    on conflict (applicant_id) do update set stopped_at = coalesce(p.stopped_at, excluded.stopped_at)`);
}
