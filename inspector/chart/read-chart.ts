/** A machine as plain data: its nested states, and every transition that any of them names, each with an id. */
import type { AnyStateMachine, AnyStateNode } from "xstate";

export interface ChartState {
  /** As XState has it: "journey.quoting.reviewing". */
  id: string;
  /** The state's own name, as the product uses it. */
  name: string;
  /** Left at once, by the first of its ways that is open, and one always is: nobody ever waits here. */
  transient: boolean;
  /** The child in which a parent begins. */
  initial?: string;
  /** What it is, in a sentence. */
  description?: string;
  tags: readonly string[];
  meta: Readonly<Record<string, unknown>>;
  entry: string[];
  exit: string[];
  states: ChartState[];
}

export interface ChartTransition {
  /** "journey.quoting.reviewing quote.accept 0": source, event, and which of that event's it is. */
  id: string;
  from: string;
  /** "" where no event is waited for. */
  event: string;
  guard?: string;
  /** Without one the machine stays where it is. */
  to?: string;
  /** Those that every event has done are left out: they tell no transition from another. */
  actions: string[];
  /** Why, where it is not obvious. */
  description?: string;
}

export interface Chart {
  root: ChartState;
  transitions: ChartTransition[];
}

export function readChart(machine: AnyStateMachine): Chart {
  const transitions = readTransitions(machine.root);
  const [first, ...others] = transitions.filter(({ event }) => event !== "");
  const common =
    others.length === 0
      ? []
      : first?.actions.filter((name) => others.every(({ actions }) => actions.includes(name)));
  return {
    root: readState(machine.root),
    transitions: transitions.map((one) => ({
      ...one,
      actions: one.actions.filter((name) => !common?.includes(name)),
    })),
  };
}

/** A state and everything in it, parents first. */
export const statesWithin = (state: ChartState): ChartState[] => [
  state,
  ...state.states.flatMap(statesWithin),
];

type Definition = NonNullable<AnyStateNode["always"]>[number];

export const transitionId = (source: string, event: string, index: number): string =>
  `${source} ${event || "always"} ${index}`;

function readState(node: AnyStateNode): ChartState {
  const children = Object.values(node.states);
  const [initial] = children.length > 0 ? node.initial.target : [];
  return {
    id: node.id,
    name: node.key,
    transient: (node.always ?? []).some(({ guard }) => guard === undefined),
    ...(initial && { initial: initial.id }),
    ...(node.description !== undefined && { description: node.description }),
    tags: node.tags,
    meta: node.meta ?? {},
    entry: node.entry.map(nameOf),
    exit: node.exit.map(nameOf),
    states: children.map(readState),
  };
}

function readTransitions(node: AnyStateNode): ChartTransition[] {
  const own: [string, readonly Definition[]][] = [["", node.always ?? []], ...node.transitions];
  return [
    ...own.flatMap(([event, definitions]) =>
      definitions.map((definition, index) => readTransition(node.id, event, definition, index)),
    ),
    ...Object.values(node.states).flatMap(readTransitions),
  ];
}

function readTransition(from: string, event: string, definition: Definition, index: number): ChartTransition {
  const { guard, target, actions, description } = definition;
  return {
    id: transitionId(from, event, index),
    from,
    event,
    ...(guard !== undefined && { guard: nameOf(guard) }),
    ...(target?.[0] && { to: target[0].id }),
    actions: actions.map(nameOf),
    ...(description !== undefined && { description }),
  };
}

/** "tell: unclear" of an action with such parameters; the name alone of any other. */
function nameOf(implementation: unknown): string {
  if (typeof implementation === "string") return implementation;
  if (typeof implementation !== "object" || implementation === null) return "(inline)";
  const { type, params } = implementation as { type?: unknown; params?: unknown };
  const [first] = typeof params === "object" && params !== null ? Object.values(params) : [];
  return typeof first === "string" ? `${String(type)}: ${first}` : String(type);
}
