/** The journey's transitions as its tables write them, and which of them an event takes. */
import { type AnyStateNode, type AnyTransitionDefinition, createActor } from "xstate";
import { type JourneyState, journey } from "../../machines/journey.ts";
import type { StampedEvent } from "../../machines/journey-events.ts";
import { START } from "./walk.ts";

/** A name for a person to find it by, unique within the machine. */
export function nameOfTransition({ source, eventType, target, guard }: AnyTransitionDefinition): string {
  const guardName = typeof guard === "object" && "type" in guard ? guard.type : guard;
  const way = target?.map(({ key }) => key).join() ?? "stays";
  return `${source.id} ${eventType || "always"}${guard ? ` if ${String(guardName)}` : ""} -> ${way}`;
}

export const allTransitions = (node: AnyStateNode = journey.root): AnyTransitionDefinition[] => [
  ...[...node.transitions.values()].flat(),
  ...(node.always ?? []),
  ...Object.values(node.states).flatMap((child) => allTransitions(child)),
];

interface Visited {
  before: JourneyState;
  event: StampedEvent;
}

/** Those taken at a start, or by one event: the event's own and all that follow of themselves. */
export function transitionsTaken(
  locale: JourneyState["context"]["locale"],
  visit?: Visited,
): AnyTransitionDefinition[] {
  const taken: AnyTransitionDefinition[] = [];
  const actor = createActor(journey, {
    input: { borrowerId: "borrower", locale, sandbox: true, persona: null, at: START },
    ...(visit && { snapshot: journey.resolveState(visit.before) }),
    inspect: (step) => {
      if (step.type === "@xstate.microstep") taken.push(...step._transitions);
    },
  });
  actor.start();
  if (visit) actor.send(visit.event);
  actor.stop();
  return taken;
}
