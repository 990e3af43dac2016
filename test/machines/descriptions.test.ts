import { describe, expect, it } from "vitest";
import type { AnyStateNode } from "xstate";
import { journeyPath, journeyPaths, moneyMoves } from "../../bot/views/journey-path.ts";
import { machineJson } from "../../inspector/machine-json.ts";
import { machines } from "../../inspector/machines.ts";
import { journey } from "../../machines/journey.ts";

const statesOf = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap(statesOf),
];

const isLeaf = ({ states }: AnyStateNode): boolean => Object.keys(states).length === 0;

describe.each(machines.map(({ id, machine }) => ({ id, machine })))("the $id", ({ machine }) => {
  const states = statesOf(machine.root);

  it("says of every state what it is, in a sentence", () => {
    const untold = states.filter(({ description = "" }) => !/^[A-Z].+\.$/.test(description));
    expect(untold.map(({ id }) => id)).toEqual([]);
  });

  it("says of every state without others inside it who acts next", () => {
    const untold = states.filter((state) => isLeaf(state) && state.meta?.actsNext === undefined);
    expect(untold.map(({ id }) => id)).toEqual([]);
  });

  it("is exported with its descriptions", () => {
    const told = JSON.stringify(machineJson(machine));
    for (const { description = "" } of states) expect(told).toContain(JSON.stringify(description));
  });
});

describe("the journey's tags and meta", () => {
  const leaves = statesOf(journey.root).filter(isLeaf);
  const pathOf = ({ path }: AnyStateNode): string => path.join(".");

  it("money moves while a payout or a collection is on its way, and a partner acts next there", () => {
    const moving = leaves.filter(({ tags }) => tags.includes("moneyMoves"));
    expect(moving.map(pathOf)).toEqual(["confirming.payingOut", "repaying.collecting"]);
    expect(moving.map(({ meta }) => meta?.actsNext)).toEqual(["partner", "partner"]);
    expect(moving.map(pathOf)).toEqual(journeyPaths.filter(moneyMoves));
  });

  it("nobody waits where the machine acts next", () => {
    const passing = leaves.filter(({ meta }) => meta?.actsNext === "machine").map(pathOf);
    expect(passing).toEqual(
      leaves.filter(({ always = [] }) => always.some(({ guard }) => !guard)).map(pathOf),
    );
    for (const path of passing) expect(() => journeyPath(path)).toThrow();
  });
});
