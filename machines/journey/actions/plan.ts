import type { Effect } from "../../effects.ts";
import type { JourneyContext, Notice } from "../../journey-context.ts";
import type { JourneyEvent, StampedEvent } from "../../journey-events.ts";

export interface Scope {
  context: JourneyContext;
  event: StampedEvent;
}

/** What an action comes to. Notices are told in order, effects stored in order. */
export interface Outcome {
  assign?: Partial<JourneyContext>;
  notices?: Notice[];
  effects?: Effect[];
}

/** The event as the one kind that this action is wired to; anything else is a mistake in a table. */
export function eventOf<Type extends JourneyEvent["type"]>(
  { event }: Scope,
  ...types: Type[]
): Extract<StampedEvent, { type: Type }> {
  if (!(types as string[]).includes(event.type))
    throw new Error(`${event.type} reached an action for ${types}`);
  return event as Extract<StampedEvent, { type: Type }>;
}

/** A value that the machine's tables guarantee at this point. */
export function present<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`${what} is missing`);
  return value;
}
