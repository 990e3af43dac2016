/** Which transitions an event takes, and what their guards answered. */
import { type AnyStateMachine, type AnyTransitionDefinition, createActor, type StateValue } from "xstate";
import { transitionId } from "../chart/read-chart.ts";
import type { GuardAnswer, Trace } from "./world.ts";

export interface TraceRequest {
  machine: AnyStateMachine;
  before: { value: StateValue; context: unknown };
  event: Trace["event"];
}

export function traceEvent({ machine, before, event }: TraceRequest): Trace {
  const { listened, hear } = listening(machine);
  return hear(event, (inspect) => {
    const snapshot = listened.resolveState(before as never);
    if (snapshot.status !== "active") return;
    const actor = createActor(listened, { snapshot, inspect });
    actor.start();
    actor.send(event);
    actor.stop();
  });
}

/** What a machine does of itself when it begins. */
export function traceBeginning(machine: AnyStateMachine, input: unknown): Trace {
  const { listened, hear } = listening(machine);
  return hear({ type: "begin" }, (inspect) => {
    createActor(listened, { input, inspect } as never)
      .start()
      .stop();
  });
}

type Inspect = NonNullable<NonNullable<Parameters<typeof createActor>[1]>["inspect"]>;

interface Listening {
  listened: AnyStateMachine;
  hear(event: Trace["event"], run: (inspect: Inspect) => void): Trace;
}

const known = new WeakMap<AnyStateMachine, Listening>();

function listening(machine: AnyStateMachine): Listening {
  const made = known.get(machine) ?? listenTo(machine);
  known.set(machine, made);
  return made;
}

type Guard = (args: unknown, params: unknown) => boolean;

/** Made by `and`, `or` or `not`: XState asks the guards inside it, each of which tells for itself. */
const isCombined = (guard: Guard): boolean => "check" in guard;

/** The same machine with guards that tell what they answered. */
function listenTo(machine: AnyStateMachine): Listening {
  let answers: GuardAnswer[] = [];
  const tell =
    (name: string, guard: Guard): Guard =>
    (args, params) => {
      const holds = guard(args, params);
      answers.push({ guard: name, ...(params !== undefined && { params }), holds });
      return holds;
    };
  const guards = Object.entries(machine.implementations.guards as Record<string, Guard>);
  const listened = machine.provide({
    guards: Object.fromEntries(
      guards.map(([name, guard]) => [name, isCombined(guard) ? guard : tell(name, guard)]),
    ),
  } as never);
  return {
    listened,
    hear(event, run) {
      answers = [];
      const transitions: string[] = [];
      run((seen) => {
        if (seen.type === "@xstate.microstep") transitions.push(...seen._transitions.map(idOf));
      });
      return { event, transitions, guards: answers };
    },
  };
}

function idOf(transition: AnyTransitionDefinition): string {
  const { source, eventType } = transition;
  const among = eventType === "" ? source.always : source.transitions.get(eventType);
  return transitionId(source.id, eventType, among?.indexOf(transition) ?? -1);
}
