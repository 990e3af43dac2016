/** What can be seen of a machine without running it: places and ways that cannot be, events that nobody hears. */
import {
  type Chart,
  type ChartState,
  type ChartTransition,
  readChart,
  statesWithin,
} from "./chart/read-chart.ts";
import type { InspectedMachine } from "./registry/inspected-machine.ts";

export interface Findings {
  /** States that no transition leads to. */
  unreachable: string[];
  /** Transitions that another one always forestalls. */
  neverTaken: string[];
  /** Events that the machine may be sent and that no state names. */
  unheard: string[];
  /** Events that states name and that nobody can send. */
  neverSent: string[];
}

export function checkMachine({ machine, events }: Pick<InspectedMachine, "machine" | "events">): Findings {
  const chart = readChart(machine);
  const named = new Set(chart.transitions.map(({ event }) => event));
  const sent = new Set(events.map(({ type }) => type));
  return {
    unreachable: unreachable(chart),
    neverTaken: chart.transitions.filter((one) => isForestalled(one, chart)).map(({ id }) => id),
    unheard: [...sent].filter((type) => !named.has(type)),
    neverSent: [...named].filter((type) => type !== "" && type !== "*" && !sent.has(type)),
  };
}

/** Guards are taken to hold at some time. */
function unreachable({ root, transitions }: Chart): string[] {
  const all = statesWithin(root);
  const parents = new Map(all.flatMap(({ id, states }) => states.map((child) => [child.id, id])));
  const byId = new Map(all.map((state) => [state.id, state]));
  const reached = new Set<string>();
  const enter = (id: string | undefined): void => {
    const state = byId.get(id ?? "");
    if (!state || reached.has(state.id)) return;
    reached.add(state.id);
    enter(parents.get(state.id));
    enter(state.initial);
    for (const { from, to } of transitions) if (from === state.id) enter(to);
  };
  enter(root.id);
  return all.map(({ id }) => id).filter((id) => !reached.has(id));
}

/** By an earlier one without a guard in the same state, or by one in every state inside it. */
function isForestalled(transition: ChartTransition, chart: Chart): boolean {
  const { from, event } = transition;
  const alike = chart.transitions.filter((one) => one.from === from && one.event === event);
  const earlier = alike.slice(0, alike.indexOf(transition));
  if (earlier.some(({ guard }) => guard === undefined)) return true;
  const state = statesWithin(chart.root).find(({ id }) => id === from);
  return state !== undefined && state.states.length > 0 && event !== "" && isTakenInside(state, event, chart);
}

/** True when no state in it leaves the event to its parent. */
function isTakenInside({ states }: ChartState, event: string, chart: Chart): boolean {
  return states.every((child) => {
    if (child.transient) return true;
    const own = chart.transitions.filter((one) => one.from === child.id && one.event === event);
    if (own.some(({ guard }) => guard === undefined)) return true;
    return child.states.length > 0 && isTakenInside(child, event, chart);
  });
}
