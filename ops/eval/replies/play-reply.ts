/** What a borrower of some state gets for a message: the turn itself, with nothing stored and no partner asked. */
import { messagesIn } from "../../../bot/locales/messages-in.ts";
import type { Outbound } from "../../../bot/messages.ts";
import type { Conversation } from "../../../bot/turn/conversation.ts";
import { decide } from "../../../bot/turn/decide.ts";
import { readInbound } from "../../../bot/turn/read-inbound.ts";
import { loanPositionsOf } from "../../../bot/views/figures/loan-positions.ts";
import { journeyPath } from "../../../bot/views/journey-path.ts";
import type { Scope } from "../../../bot/views/stage-view.ts";
import type { Locale } from "../../../domain/language/languages.ts";
import type { JourneyEvent } from "../../../machines/journey-events.ts";
import { borrowerStates } from "../borrower-states.ts";

export interface PlayedReply {
  /** What the message was taken for; several, where it was asked back. */
  events: readonly JourneyEvent[];
  reply: Outbound;
  /** The place before, for figures of this borrower. */
  scope: Scope;
}

const from = { channel: "terminal", chatId: "", senderId: "", messageId: "" } as const;
const turnId = "00000000-0000-7000-8000-000000000001";

/** Throws RangeError for a state that there is none of. */
export function playReply(text: string, state: string, locale: Locale): PlayedReply {
  const found = borrowerStates[state];
  if (found === undefined) throw new RangeError(`there is no borrower "${state}"`);
  const context = { ...found.context, locale };
  const conversation: Conversation = {
    ...{ id: "", channel: "terminal", chatId: "", senderId: "", borrowerId: "", clockOffsetMs: 0 },
    ...{ seq: 1, shownSeq: 1, state: { value: found.value, context } },
  };
  const { at } = context;
  const { events } = readInbound(conversation, { ...from, kind: "text", text }, { at });
  const { next, reply } = decide(conversation, events, { turnId, at, now: at });
  if (reply === undefined) throw new Error(`nothing is said to ${JSON.stringify(events)}`);
  const path = journeyPath(found.value);
  const answered = next.state.context.locale ?? locale;
  const scope = { path, context, locale: answered, m: messagesIn(answered) };
  return { events, reply, scope: { ...scope, loanPositions: loanPositionsOf(context) } };
}
