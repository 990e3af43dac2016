/** The pure middle of a turn: a conversation and an event give the next conversation, effects and a reply. */
import { shanghaiDate } from "../../domain/calendar/dates.ts";
import type { Effect } from "../../machines/effects.ts";
import { advanceJourney, type JourneyState } from "../../machines/journey.ts";
import {
  isDecidedOnBooks,
  isInternal,
  type JourneyEvent,
  type TurnStamp,
} from "../../machines/journey-events.ts";
import type { Outbound } from "../messages.ts";
import { renderJourney } from "../views/render-journey.ts";
import type { Conversation } from "./conversation.ts";

export interface Decision {
  next: Conversation;
  effects: Effect[];
  /** Absent when something happened that a borrower need not hear of. */
  reply?: Outbound;
}

/** `now`: the borrower's, where the turn's own time lies behind it. */
export function decide(
  conversation: Conversation,
  events: readonly JourneyEvent[],
  { now, ...stamp }: TurnStamp & { now: string },
): Decision {
  const { broken, ...known } = conversation;
  const effects: Effect[] = [];
  let { state } = known;
  for (const event of events) {
    const step = advanceJourney(state, { ...event, ...stamp });
    effects.push(...step.effects);
    state = step.state;
  }
  if (broken) state = toldOfPlace(state);
  const seq = conversation.seq + 1;
  const moved = JSON.stringify(state.value) !== JSON.stringify(conversation.state.value);
  const spoken = moved || state.context.notices.length > 0 || events.some((event) => !isInternal(event));
  const clockOffsetMs = movedClock(effects, conversation, stamp);
  const next = { ...known, seq, state, clockOffsetMs, ...(spoken && { shownSeq: seq }) };
  const arriving = moved || conversation.shownSeq === 0;
  const day = earlierDay(stamp.at, now);
  return { next, effects, ...(spoken && { reply: renderJourney({ ...state, seq, arriving, day }) }) };
}

/** First of all that the place was found again, whatever it was that happened. */
const toldOfPlace = ({ value, context }: JourneyState): JourneyState => ({
  value,
  context: { ...context, notices: [{ kind: "place-found" }, ...context.notices] },
});

/**
 * True of consents and confirmations, of a press that is not of what is on screen (it may be, by what Postgres says),
 * and of all that goes to other tables or to a partner: facts and commands. What is left moves the conversation alone.
 */
export const binds = (events: readonly JourneyEvent[], effects: readonly Effect[]): boolean =>
  events.some((event) => !isInternal(event) && isDecidedOnBooks(event)) ||
  effects.some((effect) => "fact" in effect || "command" in effect);

/** Of what was due on a day that the clock has leapt over: that day. */
export function earlierDay(at: string, now: string): string | undefined {
  const day = shanghaiDate(at);
  return day < shanghaiDate(now) ? day : undefined;
}

function movedClock(effects: Effect[], { clockOffsetMs }: Conversation, { at }: TurnStamp): number {
  const move = effects.find((effect) => "clock" in effect);
  return move ? clockOffsetMs + Date.parse(move.to) - Date.parse(at) : clockOffsetMs;
}
