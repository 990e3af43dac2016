/** Fires a conversation's deadlines that have come, each as a turn, earliest first; then arms the next one. */
import { findConversationById } from "../../db/conversation/conversations.ts";
import {
  armConversation,
  type DeadlineRow,
  earliestDeadline,
  removeDeadline,
} from "../../db/conversation/deadlines.ts";
import { isReminderTold } from "../../db/lending/reminders.ts";
import { journeyEventSchema } from "../../machines/journey-events.ts";
import { loadConversation } from "../turn/conversation.ts";
import { handleTurn, type TurnCause } from "../turn/handle-turn.ts";
import type { JobDependencies } from "./job-dependencies.ts";

export async function fireDeadlines(deps: JobDependencies, conversationId: string): Promise<void> {
  let due = await dueDeadline(deps, conversationId);
  while (due) {
    await handleTurn(deps, deadlineCause(deps, due));
    due = await dueDeadline(deps, conversationId);
  }
  const clockOffsetMs = (await offsetOf(deps, conversationId)) + deps.clock.aheadMs();
  await armConversation(deps.database.orm, { conversationId, clockOffsetMs });
}

async function dueDeadline(deps: JobDependencies, conversationId: string): Promise<DeadlineRow | undefined> {
  const now = Date.parse(deps.clock.now()) + (await offsetOf(deps, conversationId));
  const earliest = await earliestDeadline(deps.database.orm, conversationId);
  return earliest && Date.parse(earliest.at) <= now ? earliest : undefined;
}

const offsetOf = async (deps: JobDependencies, conversationId: string): Promise<number> =>
  (await findConversationById(deps.database.orm, conversationId))?.clockOffsetMs ?? 0;

/** In the sandbox a jump of the clock fires deadlines one by one, each at its own time. */
function deadlineCause(deps: JobDependencies, deadline: DeadlineRow): TurnCause {
  let event = journeyEventSchema.parse(deadline.event);
  return {
    load: async () => {
      if (event.type === "reminder.due")
        event = { ...event, told: await isReminderTold(deps.database.orm, event) };
      return await loadConversation(deps, deadline.conversationId);
    },
    read: () => ({ events: [event] }),
    claim: (tx) => removeDeadline(tx, deadline.conversationId, deadline.key),
    at: (_, now) => (deps.sandbox ? new Date(deadline.at).toISOString() : now),
  };
}
