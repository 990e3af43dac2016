/** Sandbox only: sets a chat's own clock, beginning the conversation if there is none. */

import { setClockOffset } from "../../db/conversation/conversations.ts";
import { armConversation } from "../../db/conversation/deadlines.ts";
import type { Inbound } from "../messages.ts";
import { beginConversation, readConversation } from "./conversation.ts";
import type { TurnDependencies } from "./dependencies.ts";

export interface SetClockOptions {
  /** Whose chat; only its address and language are looked at. */
  inbound: Inbound;
  /** ISO 8601. */
  now: string;
}

export async function setClock(deps: TurnDependencies, { inbound, now }: SetClockOptions): Promise<void> {
  if (!deps.sandbox) throw new Error("clocks are set in the sandbox only");
  const conversation = (await readConversation(deps, inbound)) ?? (await beginConversation(deps, inbound));
  const clockOffsetMs = Date.parse(now) - Date.parse(deps.clock.now());
  await deps.database.orm.transaction(async (tx) => {
    await setClockOffset(tx, conversation.id, clockOffsetMs);
    await armConversation(tx, {
      conversationId: conversation.id,
      clockOffsetMs: clockOffsetMs + deps.clock.aheadMs(),
    });
  });
  await deps.sessions.delete(inbound);
}
