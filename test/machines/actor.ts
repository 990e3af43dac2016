/** The journey as anyone would run it: a plain actor, with what it wants done collected. */
import { createActor } from "xstate";
import type { Effect } from "../../machines/effects.ts";
import { type JourneyState, journey } from "../../machines/journey.ts";
import type { StampedEvent } from "../../machines/journey-events.ts";

export interface RunningJourney {
  /** What the event makes the journey ask for. */
  send(event: StampedEvent): Effect[];
  state(): JourneyState;
}

let wanted: Effect[] = [];
/** Made once: actors are run one after the other, and a machine takes longer to make than an event to take. */
const collecting = journey.provide({ actions: { want: (_, effect) => void wanted.push(effect) } });

export function actorAt(state: JourneyState): RunningJourney {
  const { borrowerId, locale, sandbox, persona, at } = state.context;
  const actor = createActor(collecting, {
    snapshot: collecting.resolveState(state),
    input: { borrowerId, locale, sandbox, persona, at },
  }).start();
  return {
    send(event) {
      wanted = [];
      actor.send(event);
      return wanted;
    },
    state() {
      const { value, context } = actor.getSnapshot();
      return { value, context };
    },
  };
}
