/** A session as the page shows it: all its steps in short, and one of them whole. */
import type { AnyStateMachine, StateValue } from "xstate";
import { getNextTransitions } from "xstate";
import type { EventForm } from "../registry/inspected-machine.ts";
import type { PossibleEvent, SessionView, StepSummary, StepView } from "../server/protocol.ts";
import type { World } from "../stepping/world.ts";
import { pathOf } from "./path.ts";
import { type Session, type Step, stepOf, wayTo } from "./session.ts";
import { tellStep } from "./tell-step.ts";

export async function viewSession(id: string, session: Session, current: number): Promise<SessionView> {
  return {
    id,
    machine: session.machine.id,
    steps: session.steps.map((step) => summaryOf(session, step)),
    current: await viewStep(session, current),
  };
}

function summaryOf({ steps }: Session, step: Step): StepSummary {
  const { id, parent, world, cause } = step;
  const before = parent === null ? undefined : steps[parent];
  return { id, parent, ...tellStep(step, before), path: pathOf(world.value), cause };
}

async function viewStep(session: Session, id: number): Promise<StepView> {
  const step = stepOf(session, id);
  const { world, traces, effects, changes, reply } = step;
  const { machine } = session;
  const onScreen = wayTo(session, id).findLast((one) => one.reply)?.reply;
  return {
    ...summaryOf(session, step),
    ...{ traces, effects, changes, at: world.at, context: world.context },
    active: activeIn(machine.machine.id, world.value),
    ...(reply && { reply }),
    ...(onScreen && { onScreen }),
    offers: await machine.offers(world),
    events: possibleEvents(session, world),
  };
}

/** "journey.quoting", "journey.quoting.reviewing". */
export function activeIn(parent: string, value: StateValue): string[] {
  if (typeof value === "string") return [`${parent}.${value}`];
  return Object.entries(value).flatMap(([name, inner]) => {
    const id = `${parent}.${name}`;
    return inner === undefined ? [id] : [id, ...activeIn(id, inner)];
  });
}

function possibleEvents({ machine: room }: Session, world: World): PossibleEvent[] {
  const { machine } = room;
  const snapshot = machine.resolveState({ value: world.value, context: world.context } as never);
  const heard = new Map<string, string>();
  for (const { eventType, source } of getNextTransitions(snapshot)) {
    if (!heard.has(eventType)) heard.set(eventType, source.id);
  }
  return room.events.flatMap((form) => {
    const heardBy = heard.get(form.type) ?? heard.get("*");
    if (heardBy === undefined) return [];
    const suggestion = known(form, room.suggest(world, form.type));
    const possible = isPossible(machine, snapshot, form, { ...suggestion, type: form.type, at: world.at });
    return [{ type: form.type, origin: form.origin, heardBy, suggestion, ...possible }];
  });
}

/** Only what the event has a field for. */
function known({ schema }: EventForm, values: Record<string, unknown>): Record<string, unknown> {
  const shape = "shape" in schema ? (schema.shape as Record<string, unknown>) : {};
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => name !== "type" && name in shape && value !== undefined),
  );
}

function isPossible(
  machine: AnyStateMachine,
  snapshot: ReturnType<AnyStateMachine["resolveState"]>,
  { schema }: EventForm,
  event: { type: string; at: string },
): { possible?: boolean } {
  if (!schema.safeParse(event).success) return {};
  return { possible: machine.resolveState(snapshot as never).can({ ...event, turnId: "try" } as never) };
}
