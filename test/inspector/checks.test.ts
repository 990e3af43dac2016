/** What can be seen of a machine without running it. */
import { describe, expect, it } from "vitest";
import { createMachine } from "xstate";
import { z } from "zod";
import { readChart } from "../../inspector/chart/read-chart.ts";
import { checkMachine } from "../../inspector/checks.ts";
import { machineJson } from "../../inspector/machine-json.ts";
import { machines } from "../../inspector/machines.ts";

describe.each(machines.map((one) => [one.id, one] as const))("%s", (_, room) => {
  it("has no state out of reach, no transition that never fires, and hears what is said", () => {
    expect(checkMachine(room)).toEqual({ unreachable: [], neverTaken: [], unheard: [], neverSent: [] });
  });

  it("is exported as JSON from which the same machine can be made", () => {
    const again = createMachine(JSON.parse(JSON.stringify(machineJson(room.machine))));
    expect(readChart(again)).toEqual(readChart(room.machine));
  });
});

const event = (type: string) => ({ type, origin: "system" as const, schema: z.object({}) });

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
