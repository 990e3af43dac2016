/** What sets a turn off, one function each: a message, a partner's answer, a partner's silence, a deadline. */

import { type DeadlineRow, removeDeadline } from "../../db/conversation/deadlines.ts";
import { recordInbound } from "../../db/conversation/inbox.ts";
import { finishCommand } from "../../db/jobs/commands.ts";
import { isReminderTold } from "../../db/lending/reminders.ts";
import { journeyEventSchema } from "../../machines/journey-events.ts";
import type { CommandResult, SilenceEvent } from "../commands/command-definition.ts";
import type { Inbound } from "../messages.ts";
import type { ModelOpinion } from "./ask-language-model.ts";
import {
  beginConversation,
  type Conversation,
  readConversation,
  readConversationById,
} from "./conversation.ts";
import type { TurnDependencies } from "./dependencies.ts";
import type { TurnCause } from "./handle-turn.ts";
import { readInbound } from "./read-inbound.ts";

/** A chat's conversation as just read, if there is one; `warm`: from the session store. */
export interface KnownConversation {
  conversation: Conversation | undefined;
  warm: boolean;
}

/** `opinion`: a language model's, on that conversation. */
export const inboundCause = (
  deps: TurnDependencies,
  inbound: Inbound,
  known: KnownConversation,
  opinion?: ModelOpinion,
): TurnCause => ({
  warm: known.warm,
  apologised: { said: wordsOf(inbound) },
  load: async (first) => {
    const found = first ? known.conversation : await readConversation(deps, inbound);
    return { ...(found ?? (await beginConversation(deps, inbound))), thread: inbound.thread };
  },
  read: (conversation, at) =>
    readInbound(conversation, inbound, {
      at,
      understood: opinion?.seq === conversation.seq ? opinion.understood : undefined,
    }),
  claim: (tx, { turnId, conversation, at, input }) =>
    recordInbound(tx, {
      conversationId: conversation.id,
      messageId: inbound.messageId,
      turnId,
      text: input.said ?? null,
      at,
    }),
});

function wordsOf(inbound: Inbound): string | null {
  if (inbound.kind === "text") return inbound.text;
  return inbound.kind === "command" ? `/${inbound.name}` : null;
}

async function loadById(deps: TurnDependencies, id: string): Promise<Conversation> {
  const conversation = await readConversationById(deps, id);
  if (!conversation) throw new Error(`conversation ${id} is not on the books`);
  return conversation;
}

export interface CommandAnswer {
  commandId: string;
  conversationId: string;
  status: "done" | "failed";
  result: CommandResult;
}

export function answerCause(deps: TurnDependencies, answer: CommandAnswer): TurnCause {
  const { commandId, conversationId, status, result } = answer;
  return {
    load: () => loadById(deps, conversationId),
    read: () => ({ events: [result.event] }),
    claim: (tx) => finishCommand(tx, commandId, { status, result: result.event }),
    ...(result.book && { book: result.book }),
  };
}

/** Tells the borrower that a partner keeps them waiting; the command goes on. */
export const delayCause = (
  deps: TurnDependencies,
  { conversationId, event }: { conversationId: string; event: SilenceEvent },
): TurnCause => ({
  load: () => loadById(deps, conversationId),
  read: () => ({ events: [event] }),
  claim: async () => true,
});

/** In the sandbox a jump of the clock fires deadlines one by one, each at its own time. */
export function deadlineCause(deps: TurnDependencies, deadline: DeadlineRow): TurnCause {
  let event = journeyEventSchema.parse(deadline.event);
  return {
    load: async () => {
      if (event.type === "reminder.due")
        event = { ...event, told: await isReminderTold(deps.database.orm, event) };
      return await loadById(deps, deadline.conversationId);
    },
    read: () => ({ events: [event] }),
    claim: (tx) => removeDeadline(tx, deadline.conversationId, deadline.key),
    at: (_, now) => (deps.sandbox ? new Date(deadline.at).toISOString() : now),
  };
}
