/** What every event does to the journey's memory before anything else: the clock, what was told, misses in a row. */
import { type AnyStateMachine, StateMachine } from "xstate";
import type { JourneyContext } from "../journey-context.ts";
import { isBesides, isInternal, isMiss, type StampedEvent } from "../journey-events.ts";

/** Anything that was understood begins the count anew. */
const keepsMisses = (event: StampedEvent): boolean => isMiss(event) || isInternal(event);

/**
 * The clock becomes the event's, and what was told before is forgotten, except to what follows another event of the
 * same message.
 */
export function heard(
  { notices, misses }: JourneyContext,
  event: StampedEvent,
): Pick<JourneyContext, "at" | "notices" | "misses"> {
  return {
    at: event.at,
    notices: isBesides(event) ? notices : [],
    misses: keepsMisses(event) ? misses : 0,
  };
}

/**
 * A context as guards are to see it: XState asks them before any action, so the clock is still the last event's. A
 * machine begins by an event of XState's own, which has no time.
 */
export const atTimeOf = (
  context: JourneyContext,
  { at = context.at }: Partial<StampedEvent>,
): JourneyContext => (at === context.at ? context : { ...context, at });

type Tree = { [key: string]: unknown };

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

const listed = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

const mapped = (tree: unknown, change: (value: unknown) => unknown): Tree =>
  Object.fromEntries(Object.entries(isTree(tree) ? tree : {}).map(([key, value]) => [key, change(value)]));

const hearing = (way: unknown): unknown =>
  isTree(way) ? { ...way, actions: ["hear", ...listed(way["actions"])] } : { target: way, actions: "hear" };

const hearingEach = (ways: unknown): unknown => (Array.isArray(ways) ? ways.map(hearing) : hearing(ways));

function hearingState(state: unknown): unknown {
  if (!isTree(state)) return state;
  const { on, states } = state;
  return {
    ...state,
    ...(isTree(on) && { on: mapped(on, hearingEach) }),
    ...(isTree(states) && { states: mapped(states, hearingState) }),
  };
}

/**
 * The same machine, with the action `hear` before those of every transition that an event takes. XState has no action
 * for every event, and a table that repeated it some hundred times would be forgotten in one place.
 *
 * @example
 * ```ts
 * export const journey = hearingEveryEvent(journeySetup.createMachine({ on: { help: { actions: "tell" } } }));
 * journey.config.on.help; // { actions: ["hear", "tell"] }
 * ```
 */
export const hearingEveryEvent = <Machine extends AnyStateMachine>(machine: Machine): Machine =>
  new StateMachine(hearingState(machine.config) as Machine["config"], machine.implementations) as Machine;
