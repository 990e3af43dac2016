/** A machine with one thing about its transitions changed: what a slip of the hand would make of it. */
import { type AnyStateMachine, createMachine } from "xstate";
import { transitionId } from "../../../inspector/chart/read-chart.ts";
import { machineJson } from "../../../inspector/machine-json.ts";

interface Definition {
  target?: string;
  guard?: unknown;
  actions?: unknown;
}
type Definitions = Definition | Definition[];
interface Node {
  on?: Record<string, Definitions>;
  always?: Definitions;
  states?: Record<string, Node>;
}

/** Of each transition, by its id: what to put in its place; undefined takes it out. */
export type Change = (id: string, transition: Definition) => Definition | undefined;

export const mutated = (machine: AnyStateMachine, change: Change): AnyStateMachine =>
  createMachine(changed(machineJson(machine) as Node, machine.id, change) as never);

function changed({ on = {}, always, states = {}, ...rest }: Node, id: string, change: Change): Node {
  const each = (event: string, definitions: Definitions): Definition[] =>
    [definitions].flat().flatMap((one, index) => change(transitionId(id, event, index), one) ?? []);
  return {
    ...rest,
    on: Object.fromEntries(Object.entries(on).map(([event, all]) => [event, each(event, all)])),
    ...(always && { always: each("", always) }),
    states: Object.fromEntries(
      Object.entries(states).map(([name, node]) => [name, changed(node, `${id}.${name}`, change)]),
    ),
  };
}
