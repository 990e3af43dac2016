/** What can be seen of a machine without running it. */
import { describe, expect, it } from "vitest";
import { type AnyStateMachine, createMachine } from "xstate";
import { z } from "zod";
import { readChart, statesWithin } from "../../../inspector/chart/read-chart.ts";
import { checkMachine } from "../../../inspector/checks.ts";
import { machineCode } from "../../../inspector/machine-code.ts";
import { machineJson } from "../../../inspector/machine-json.ts";
import { machines } from "../../../inspector/machines.ts";
import { mutated } from "./mutated-machine.ts";

const event = (type: string) => ({ type, origin: "system" as const, schema: z.object({}) });

describe.each(machines.map((one) => [one.id, one] as const))("%s", (_, room) => {
  it("has no state out of reach, no transition that never fires, and hears what is said", () => {
    expect(checkMachine(room)).toEqual({ unreachable: [], neverTaken: [], unheard: [], neverSent: [] });
  });

  it("is exported as JSON from which the same machine can be made", () => {
    const again = createMachine(JSON.parse(JSON.stringify(machineJson(room.machine))));
    expect(readChart(again)).toEqual(readChart(room.machine));
  });

  it("is exported as the call that Stately Studio imports, of that JSON and nothing else", () => {
    const [, config] =
      /^import .*\n\nexport const machine = createMachine\((.*)\);\n$/s.exec(machineCode(room.machine)) ?? [];
    expect(JSON.parse(config ?? "")).toEqual(machineJson(room.machine));
  });
});

describe.each(machines.map((one) => [one.id, one] as const))("%s with one thing changed", (_, room) => {
  const { root, transitions } = readChart(room.machine);
  const check = (machine: AnyStateMachine, events = room.events) => checkMachine({ machine, events });
  const initial = new Set(statesWithin(root).map((state) => state.initial));
  const others = statesWithin(root).filter(({ id, states }) => states.length === 0 && !initial.has(id));

  it.each(others.map(({ id }) => id))("without the ways to %s is told that it is out of reach", (id) => {
    const towards = new Set(transitions.filter(({ to }) => to === id).map((one) => one.id));
    const machine = mutated(room.machine, (one, transition) => (towards.has(one) ? undefined : transition));
    expect(check(machine).unreachable).toContain(id);
  });

  const followed = transitions.filter(
    ({ from, event, guard }, index) =>
      guard !== undefined && transitions[index + 1]?.from === from && transitions[index + 1]?.event === event,
  );
  it.each(followed.map(({ id }) => id))("with %s always open is told what it forestalls", (id) => {
    const next = transitions[transitions.findIndex((one) => one.id === id) + 1];
    const machine = mutated(room.machine, (one, { guard, ...open }) =>
      one === id ? open : { ...open, ...(guard !== undefined && { guard }) },
    );
    expect(check(machine).neverTaken).toContain(next?.id);
  });

  it("is told of an event that no state hears, and of each that nobody sends any more", () => {
    expect(check(room.machine, [...room.events, event("stray")]).unheard).toEqual(["stray"]);
    const heard = new Set(transitions.map((one) => one.event));
    for (const { type } of room.events.filter((one) => heard.has(one.type))) {
      const rest = room.events.filter((one) => one.type !== type);
      expect(check(room.machine, rest).neverSent).toEqual([type]);
    }
  });
});

describe("a machine with mistakes", () => {
  const mistaken = createMachine({
    id: "mistaken",
    initial: "here",
    states: {
      here: {
        on: {
          go: [{ target: "there" }, { target: "elsewhere" }],
          leave: { target: "there" },
        },
      },
      there: { on: { leave: { target: "here" } } },
      elsewhere: {},
      island: {},
    },
    on: { leave: { target: ".here" } },
  });

  it("is told what is out of reach, forestalled, unheard and never sent", () => {
    const found = checkMachine({ machine: mistaken, events: [event("go"), event("sing")] });
    expect(found).toEqual({
      unreachable: ["mistaken.island"],
      neverTaken: ["mistaken.here go 1"],
      unheard: ["sing"],
      neverSent: ["leave"],
    });
  });

  it("is told of a parent's transition that every state inside it takes away", () => {
    const shadowed = createMachine({
      id: "shadowed",
      initial: "one",
      states: { one: { on: { go: "two" } }, two: { on: { go: "one" } } },
      on: { go: ".one" },
    });
    expect(checkMachine({ machine: shadowed, events: [event("go")] }).neverTaken).toEqual(["shadowed go 0"]);
  });
});
