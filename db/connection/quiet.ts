import { sql } from "drizzle-orm";
import type { ChatAddress } from "../conversation/conversations.ts";
import type { Queryable } from "./connection.ts";

/** True when nothing is on its way to a chat: no pending command, no deadline that has come, no reply that waits. */
export async function isQuiet(q: Queryable, { channel, chatId }: ChatAddress): Promise<boolean> {
  const rows = await q.execute<{ busy: boolean }>(sql`
    select exists (select from commands m where m.conversation_id = c.id and m.status = 'pending')
      or exists (select from outbox o where o.conversation_id = c.id and o.status = 'pending')
      or exists (
        select from deadlines d where d.conversation_id = c.id
          and d.at <= now() + make_interval(secs => c.clock_offset_ms::double precision / 1000)
      ) as busy
    from conversations c where c.channel = ${channel} and c.chat_id = ${chatId}`);
  return rows[0]?.busy !== true;
}
